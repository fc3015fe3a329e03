import { infiniteQueryOptions } from '@tanstack/react-query';
import { answer, api } from '../../../lib/api/client';

const PAGE = 500;

/** The records of a trace in brief, the oldest first, page by page. */
export function traceQuery(traceId: string) {
  return infiniteQueryOptions({
    queryKey: ['trace', traceId],
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET('/api/logs', {
          params: {
            query: {
              trace_id: traceId,
              order: 'oldest',
              brief: true,
              limit: PAGE,
              ...(pageParam !== null && { cursor: pageParam }),
            },
          },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next_cursor }) => next_cursor ?? undefined,
  });
}
