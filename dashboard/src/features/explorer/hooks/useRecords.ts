import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { recordsQuery } from '../api/queries';
import type { LogRecord } from '../model/rows';
import type { Selection } from '../model/selection';
import type { LoadMore } from './useSteps';

/** The records of a selection as far as they are loaded, and how to load more. */
export function useRecords(selection: Selection, isEnabled: boolean) {
  const query = useInfiniteQuery({ ...recordsQuery(selection), enabled: isEnabled });
  const pages = query.data?.pages;
  const records = useMemo<readonly LogRecord[]>(
    () => pages?.flatMap(({ logs }) => logs) ?? [],
    [pages],
  );
  const loadMore: LoadMore = async () => {
    const { data, hasNextPage } = await query.fetchNextPage();
    return { records: data?.pages.flatMap(({ logs }) => logs) ?? [], isEnd: !hasNextPage };
  };
  return { query, records, onMore: query.hasNextPage ? loadMore : null };
}

export type Records = ReturnType<typeof useRecords>;
