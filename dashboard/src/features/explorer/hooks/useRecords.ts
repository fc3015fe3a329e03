import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { recordsQuery } from '../api/queries';
import { lacksColumns } from '../model/columns';
import type { LogRecord } from '../model/rows';
import type { Selection } from '../model/selection';
import type { LoadMore } from './useSteps';

/** The records of a selection as far as they are loaded, and how to load more. */
export function useRecords(selection: Selection, columns: readonly string[], isEnabled: boolean) {
  const query = useInfiniteQuery({ ...recordsQuery(selection, columns), enabled: isEnabled });
  const pages = query.data?.pages;
  const isLacking = pages?.some((page) => lacksColumns(page, columns)) ?? false;
  const { refetch } = query;
  useEffect(() => {
    if (isLacking && isEnabled) void refetch();
  }, [isLacking, isEnabled, columns, refetch]);
  const records = useMemo<readonly LogRecord[]>(
    () => pages?.flatMap(({ logs }) => logs) ?? [],
    [pages],
  );
  const loadMore: LoadMore = async () => {
    const { data } = await query.fetchNextPage({ throwOnError: true });
    return data?.pages.flatMap(({ logs }) => logs) ?? [];
  };
  return { query, records, onMore: query.hasNextPage ? loadMore : null };
}

export type Records = ReturnType<typeof useRecords>;
