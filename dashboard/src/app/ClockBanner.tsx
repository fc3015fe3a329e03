import { CloseButton } from '@mantine/core';
import { useState } from 'react';
import { Icon } from '../components/Icon';
import { formatDuration } from '../lib/format/numbers';
import { useSkew } from '../lib/time/clock';
import classes from './Shell.module.css';

/* Less does not mislead anybody. */
const WORTH_SAYING_MILLIS = 120_000;

/** Says that the clock of this computer is wrong, or the server's. */
export function ClockBanner() {
  const skew = useSkew();
  const [isSeen, setSeen] = useState(false);
  if (isSeen || Math.abs(skew) < WORTH_SAYING_MILLIS) return null;
  const words = `${formatDuration(Math.abs(skew))} ${skew > 0 ? 'behind' : 'ahead of'}`;
  return (
    <div className={classes.banner} role="status">
      <Icon name="clock" />
      <span>
        The clock of this computer is {words} the clock of Winnow. Ranges such as the last hour end
        by that of Winnow.
      </span>
      <CloseButton size="xs" aria-label="Close this note" onClick={() => setSeen(true)} />
    </div>
  );
}
