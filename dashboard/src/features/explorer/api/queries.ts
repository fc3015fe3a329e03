import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../../lib/api/client';
import { namedColumns } from '../model/columns';
import type { Selection } from '../model/selection';

/* The first rows must come soon; who scrolls on wants many. */
const FIRST_PAGE = 200;
const NEXT_PAGE = 1000;

/**
 * Records in brief, the newest first, page by page. Each page tells which columns it was asked for; they
 * are no part of the key, as most records have all of theirs anyway.
 */
export function recordsQuery(selection: Selection, columns: readonly string[]) {
  return infiniteQueryOptions({
    queryKey: ['explorer', 'records', selection],
    queryFn: async ({ pageParam, signal }) => {
      const column = namedColumns(columns);
      const page = await answer(
        api.GET('/api/logs', {
          params: {
            query: {
              ...selection,
              brief: true,
              column,
              limit: pageParam === null ? FIRST_PAGE : NEXT_PAGE,
              ...(pageParam !== null && { cursor: pageParam }),
            },
          },
          signal,
        }),
      );
      return { ...page, named: column };
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ next_cursor }) => next_cursor ?? undefined,
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  });
}

/** How many records there are in each interval, by severity. */
export function histogramQuery(selection: Selection) {
  return queryOptions({
    queryKey: ['explorer', 'histogram', selection],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/logs/histogram', {
          params: { query: { ...selection, by: 'severity' } },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  });
}

/** The most frequent values of a field. */
export function facetQuery(selection: Selection, field: string, limit: number) {
  return queryOptions({
    queryKey: ['explorer', 'facet', field, limit, selection],
    queryFn: async ({ signal }) => {
      const { facets } = await answer(
        api.GET('/api/logs/facets', {
          params: { query: { ...selection, field: [field], limit } },
          signal,
        }),
      );
      return facets[0] ?? { field, values: [], others: 0, absent: 0 };
    },
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  });
}

/** The newest record of a selection, if there is one; asked to find out why there is none in a view. */
export function newestQuery(selection: Selection) {
  return queryOptions({
    queryKey: ['explorer', 'newest', selection],
    queryFn: async ({ signal }) => {
      const { logs } = await answer(
        api.GET('/api/logs', {
          params: { query: { ...selection, limit: 1, brief: true } },
          signal,
        }),
      );
      return logs[0] ?? null;
    },
  });
}

/** The templates of a selection, the most frequent first. */
export function templatesQuery(selection: Selection) {
  return queryOptions({
    queryKey: ['explorer', 'templates', selection],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/patterns', { params: { query: { ...selection, limit: 200 } }, signal })),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  });
}

/** The fields that the records of a selection have. */
export function fieldsQuery(selection: Selection) {
  return queryOptions({
    queryKey: ['explorer', 'fields', selection],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/logs/fields', { params: { query: { ...selection, limit: 500 } }, signal }),
      ),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  });
}
