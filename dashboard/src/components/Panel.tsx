import type { UseQueryResult } from '@tanstack/react-query';
import { type ReactNode, useId } from 'react';
import { problemOf, UNREACHABLE } from '../lib/api/problem';
import { FaultBoundary } from './FaultBoundary';
import { GivenUp, Pending } from './Pending';
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
  const retry = () => void query.refetch();
  return (
    <section className={classes.panel} aria-labelledby={heading} aria-busy={isFetching}>
      <header className={classes.header}>
        <h2 id={heading}>{title}</h2>
        <div className={classes.aside}>{aside}</div>
      </header>
      {error && !isTold && <ProblemNotice error={error} onRetry={retry} />}
      {isPlaceholderData && !isFetching && <GivenUp query={query} />}
      {data !== undefined && (
        <div data-stale={isPlaceholderData || isTold || undefined}>
          <FaultBoundary of={data} onRetry={retry}>
            <Content data={data} show={children} />
          </FaultBoundary>
        </div>
      )}
      {data === undefined && !error && <Pending query={query} height={height} />}
    </section>
  );
}

/** A component of its own, so that the boundary above it sees what breaks. */
function Content<T>({ data, show }: { readonly data: T; readonly show: (data: T) => ReactNode }) {
  return show(data);
}
