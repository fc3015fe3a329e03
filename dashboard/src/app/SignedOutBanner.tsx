import { Button } from '@mantine/core';
import { Icon } from '../components/Icon';
import classes from './Shell.module.css';

/** Says that nothing is answered any more, to those who would rather look at the page than sign in. */
export function SignedOutBanner({ onSignIn }: { readonly onSignIn: () => void }) {
  return (
    <div className={classes.banner} role="status">
      <Icon name="alert" />
      Your session has ended. What you see is from before.
      <Button size="compact-xs" variant="default" onClick={onSignIn}>
        Sign in
      </Button>
    </div>
  );
}
