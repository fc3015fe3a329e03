import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api } from './client';

const PAGE = 'explorer';

/** What somebody saved by a name, the explorer and programs alike, by name. */
export const savedViewsQuery = queryOptions({
  queryKey: ['saved_views'],
  queryFn: ({ signal }) => answer(api.GET('/api/v1/saved_views', { signal })),
});

/** Where a saved view is shown; null if it is none of the explorer, as programs save views too. */
export function addressOf(content: object): string | null {
  const { page, search } = content as { page?: unknown; search?: unknown };
  return page === PAGE && typeof search === 'string'
    ? `/explorer?${new URLSearchParams(search).toString()}`
    : null;
}

/** A view of the explorer to be saved, in place of that with the id if there is one. */
interface ViewToSave {
  readonly id: string | null;
  readonly name: string;
  /** The view as the query string of its address. */
  readonly search: string;
}

/** Saves a view of the explorer. */
export function useSaveView() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, name, search }: ViewToSave) => {
      // The description of the API does not tell which keys a content has.
      const content: object = { page: PAGE, search };
      const body = { name, content: content as Record<string, never> };
      return id === null
        ? answer(api.POST('/api/v1/saved_views', { body }))
        : answer(api.PUT('/api/v1/saved_views/{id}', { params: { path: { id } }, body }));
    },
    onSettled: () => client.invalidateQueries({ queryKey: savedViewsQuery.queryKey }),
  });
}

/** Removes a saved view. */
export function useRemoveView() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      answer(api.DELETE('/api/v1/saved_views/{id}', { params: { path: { id } } })),
    onSettled: () => client.invalidateQueries({ queryKey: savedViewsQuery.queryKey }),
  });
}
