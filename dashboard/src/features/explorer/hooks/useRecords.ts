import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { recordsQuery } from '../api/queries';
import type { LogRecord } from '../model/rows';
import type { Selection } from '../model/selection';

/** The records of a selection as far as they are loaded, and how to load more. */
export function useRecords(selection: Selection, isEnabled: boolean) {
  const query = useInfiniteQuery({ ...recordsQuery(selection), enabled: isEnabled });
  const pages = query.data?.pages;
  const records = useMemo<readonly LogRecord[]>(
    () => pages?.flatMap(({ logs }) => logs) ?? [],
    [pages],
  );
  return { query, records };
}

export type Records = ReturnType<typeof useRecords>;
