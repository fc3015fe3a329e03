import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../../../lib/api/client';

const PAGE = 'explorer';

/** A view of the explorer that somebody named. */
export interface SavedView {
  readonly id: string;
  readonly name: string;
  readonly owner: string;
  /** The view as the query string of its address. */
  readonly search: string;
}

/** The saved views of the explorer, by name. */
export const savedViewsQuery = queryOptions({
  queryKey: ['saved views'],
  queryFn: async ({ signal }) => {
    const { saved_views: views } = await answer(api.GET('/api/v1/saved_views', { signal }));
    return views.flatMap(({ id, name, owner, content }): SavedView[] => {
      const { page, search } = content as { page?: unknown; search?: unknown };
      return page === PAGE && typeof search === 'string' ? [{ id, name, owner, search }] : [];
    });
  },
});

/** Saves a view by a name; one that has it already is replaced. */
export function useSaveView() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, name, search }: Omit<SavedView, 'id' | 'owner'> & { id: string | null }) => {
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
