import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { healthQuery } from '../lib/api/health';
import { useSlow } from '../lib/api/slow';
import { plural } from '../lib/format/numbers';
import classes from './Shell.module.css';

/** Says that answers are long in coming, and lets people do without them. */
export function SlowNotice() {
  const { keys, seconds } = useSlow();
  const client = useQueryClient();
  // That there is no server is said elsewhere.
  const { isError } = useQuery(healthQuery);
  if (keys.length === 0 || isError) return null;
  return (
    <div className={classes.slow}>
      <span role="status">{plural(keys.length, 'answer')} of Winnow not there yet</span>
      <span className={classes.seconds}>{seconds} s</span>
      <Button
        size="compact-xs"
        variant="default"
        onClick={() =>
          keys.forEach((queryKey) => void client.cancelQueries({ queryKey, exact: true }))
        }
      >
        Do not wait
      </Button>
    </div>
  );
}
