import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../../lib/api/client';

/** What the same service and resource said before and after a record, in brief. */
export function contextQuery(id: string, before: number, after: number) {
  return queryOptions({
    queryKey: ['explorer', 'context', id, before, after],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/logs/{id}/context', {
          params: { path: { id }, query: { before, after, brief: true } },
          signal,
        }),
      ),
    placeholderData: (previous) => (previous?.log.id === id ? previous : undefined),
  });
}
