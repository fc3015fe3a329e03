import { Button } from '@mantine/core';
import { endSession } from '../../../lib/api/session';
import { useChange } from '../api/queries';

/** Ends the session of this browser. What was read is forgotten with the page. */
export function SignOutButton() {
  const end = useChange(() => endSession(), []);
  return (
    <Button
      size="compact-xs"
      variant="default"
      loading={end.isPending}
      onClick={() => end.mutate(undefined, { onSuccess: () => window.location.assign('/') })}
    >
      Sign out
    </Button>
  );
}
