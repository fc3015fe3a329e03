import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../../lib/api/client';

/** A record by its id, which never changes. */
export function recordQuery(id: string) {
  return queryOptions({
    queryKey: ['explorer', 'record', id],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/logs/{id}', { params: { path: { id } }, signal })),
    staleTime: Infinity,
  });
}

/** What the same service and resource said before and after a record. */
export function contextQuery(id: string, before: number, after: number) {
  return queryOptions({
    queryKey: ['explorer', 'context', id, before, after],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/logs/{id}/context', {
          params: { path: { id }, query: { before, after } },
          signal,
        }),
      ),
    placeholderData: (previous) => (previous?.log.id === id ? previous : undefined),
  });
}
