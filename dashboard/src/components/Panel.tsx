import { Skeleton } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import { type ReactNode, useId } from 'react';
import { problemOf, UNREACHABLE } from '../lib/api/problem';
import { ProblemNotice } from './ProblemNotice';
import classes from './Panel.module.css';

interface Props<T> {
  readonly title: string;
  /** What stands at the right of the title. */
  readonly aside?: ReactNode;
  /** What is asked for it. It waits, fails and tries again by itself, without the rest of the page. */
  readonly query: UseQueryResult<T>;
  /** The height that is kept free while it loads. */
  readonly height: number;
  readonly children: (data: T) => ReactNode;
}

/** A part of a page that has a question of its own. */
export function Panel<T>({ title, aside, query, height, children }: Props<T>) {
  const heading = useId();
  const { data, error, isFetching, isPlaceholderData } = query;
  // That the server is gone is said once for the page, above what is known from before.
  const isTold = data !== undefined && error !== null && problemOf(error).code === UNREACHABLE;
  return (
    <section className={classes.panel} aria-labelledby={heading} aria-busy={isFetching}>
      <header className={classes.header}>
        <h2 id={heading}>{title}</h2>
        <div className={classes.aside}>{aside}</div>
      </header>
      {error && !isTold && <ProblemNotice error={error} onRetry={() => void query.refetch()} />}
      {data !== undefined && (
        <div data-stale={isPlaceholderData || isTold || undefined}>{children(data)}</div>
      )}
      {data === undefined && !error && <Skeleton height={height} />}
    </section>
  );
}
