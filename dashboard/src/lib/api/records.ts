import { queryOptions } from '@tanstack/react-query';
import { answer, api } from './client';

/** All of a record by its id, which never changes. */
export function recordQuery(id: string) {
  return queryOptions({
    queryKey: ['record', id],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/logs/{id}', { params: { path: { id } }, signal })),
    staleTime: Infinity,
  });
}
