import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../../lib/api/client';
import { timeKey, type TimeRange, timeParameters } from '../../../lib/time/range';

const INTERVAL_MILLIS = 10_000;
const FIRST_RECORD_MILLIS = 2_000;

/** What does not end in the past is asked again and again. */
function interval(time: TimeRange): number | false {
  return time.kind === 'absolute' || (time.kind === 'day' && time.day === 'yesterday')
    ? false
    : INTERVAL_MILLIS;
}

/** The account of all records of this tenant; asked more often until there is one. */
export const ledgerQuery = queryOptions({
  queryKey: ['ledger'],
  queryFn: ({ signal }) => answer(api.GET('/api/v1/ledger', { signal })),
  refetchInterval: ({ state }) =>
    state.data?.received === 0 ? FIRST_RECORD_MILLIS : INTERVAL_MILLIS,
});

/** Rates of the last minute, and what is stored. */
export const metricsQuery = queryOptions({
  queryKey: ['metrics'],
  queryFn: ({ signal }) => answer(api.GET('/api/metrics', { signal })),
  refetchInterval: INTERVAL_MILLIS,
});

export function histogramQuery(time: TimeRange, by: 'severity' | 'service', query?: string) {
  return queryOptions({
    queryKey: ['histogram', timeKey(time), by, query ?? null],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/logs/histogram', {
          params: { query: { ...timeParameters(time), by, ...(query !== undefined && { query }) } },
          signal,
        }),
      ),
    refetchInterval: interval(time),
    placeholderData: keepPreviousData,
  });
}

interface Listing {
  readonly level?: string[];
  readonly max_count?: number;
  readonly sort?: 'first_seen' | 'rarest';
  readonly limit: number;
}

/** Templates of `time`, the most frequent first unless another order is asked for. */
export function templatesQuery(time: TimeRange, listing: Listing) {
  return queryOptions({
    queryKey: ['templates', timeKey(time), listing],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/patterns', {
          params: { query: { ...timeParameters(time), ...listing } },
          signal,
        }),
      ),
    refetchInterval: interval(time),
    placeholderData: keepPreviousData,
  });
}

/** What is new, gone, more or less in `time`, beside as long a time before it. */
export function changesQuery(time: TimeRange) {
  return queryOptions({
    queryKey: ['changes', timeKey(time)],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/patterns/diff', {
          params: { query: { ...timeParameters(time), limit: 20 } },
          signal,
        }),
      ),
    refetchInterval: interval(time),
    placeholderData: keepPreviousData,
  });
}
