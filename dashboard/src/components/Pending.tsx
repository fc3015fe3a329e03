import { Button, Skeleton } from '@mantine/core';
import { useEffect, useState } from 'react';
import { problemOf } from '../lib/api/problem';
import { HostileText } from './HostileText';
import classes from './Pending.module.css';

/** As much of a query as tells how it waits. */
export interface Asked {
  readonly fetchStatus: 'fetching' | 'paused' | 'idle';
  /** What the last try came to, if it is asked again by itself. */
  readonly failureReason: Error | null;
  refetch(): unknown;
}

interface Props {
  readonly query: Asked;
  /** The height that is kept free. */
  readonly height: number;
  /** Whether lines will stand there. */
  readonly isLines?: boolean;
}

/* A line and the room below it. */
const LINE = 24;

export const LONG_MILLIS = 5_000;

/** Stands where an answer will: says when that takes long, and offers to ask again what was given up. */
export function Pending({ query, height, isLines = false }: Props) {
  if (query.fetchStatus === 'idle') return <GivenUp query={query} />;
  return (
    <div className={classes.pending}>
      {isLines ? (
        Array.from({ length: Math.floor(height / LINE) }, (_, at) => (
          <Skeleton key={at} height={14} mt={LINE - 14} width={`${60 + ((at * 37) % 40)}%`} />
        ))
      ) : (
        <Skeleton height={height} />
      )}
      <Patience reason={query.failureReason} />
    </div>
  );
}

/** Says that nobody waits for an answer any more. */
export function GivenUp({ query }: { readonly query: Pick<Asked, 'refetch'> }) {
  return (
    <p className={classes.given} role="status">
      It was not waited for.
      <Button size="compact-xs" variant="default" onClick={() => void query.refetch()}>
        Ask again
      </Button>
    </p>
  );
}

function Patience({ reason }: { readonly reason: Error | null }) {
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), LONG_MILLIS);
    return () => clearTimeout(timer);
  }, []);
  if (reason) {
    return (
      <p className={classes.patience} role="status">
        Not answered yet, and asked again: <HostileText text={problemOf(reason).detail} />
      </p>
    );
  }
  return isLong ? (
    <p className={classes.patience} role="status">
      Still waiting for the answer
    </p>
  ) : null;
}
