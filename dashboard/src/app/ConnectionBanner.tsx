import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { Icon } from '../components/Icon';
import { healthQuery } from '../lib/api/health';
import classes from './Shell.module.css';

/** Says that the server is gone, and has everything asked again when it is back. */
export function ConnectionBanner() {
  const { isError, failureReason } = useQuery(healthQuery);
  const client = useQueryClient();
  const wasGone = useRef(false);
  useEffect(() => {
    if (wasGone.current && !isError) {
      void client.invalidateQueries({
        predicate: ({ queryKey }) => queryKey !== healthQuery.queryKey,
      });
    }
    wasGone.current = isError;
  }, [isError, client]);
  if (!isError) return null;
  return (
    <div className={classes.banner} role="status">
      <Icon name="alert" />
      Winnow does not answer. What you see is from before; it is asked again every ten seconds.
      <span className="unseen">{failureReason?.message}</span>
    </div>
  );
}
