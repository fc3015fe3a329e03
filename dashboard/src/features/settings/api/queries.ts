import {
  queryOptions,
  useMutation,
  type UseMutationResult,
  useQueryClient,
} from '@tanstack/react-query';
import { answer, api } from '../../../lib/api/client';

export const tokensQuery = queryOptions({
  queryKey: ['tokens'],
  queryFn: ({ signal }) => answer(api.GET('/api/v1/tokens', { signal })),
});

export const retentionQuery = queryOptions({
  queryKey: ['retention_classes'],
  queryFn: ({ signal }) => answer(api.GET('/api/v1/retention_classes', { signal })),
});

export const quotasQuery = queryOptions({
  queryKey: ['quotas'],
  queryFn: ({ signal }) => answer(api.GET('/api/v1/quotas', { signal })),
});

/** How much of the quotas is used today. */
export const usageQuery = queryOptions({
  queryKey: ['usage'],
  queryFn: ({ signal }) => answer(api.GET('/api/v1/usage', { signal })),
  refetchInterval: 10_000,
});

/** Changes something on the server, and has `keys` asked again. */
export function useChange<V, T>(
  mutationFn: (wish: V) => Promise<T>,
  keys: readonly (readonly string[])[],
): UseMutationResult<T, Error, V> {
  const client = useQueryClient();
  return useMutation({
    mutationFn,
    onSuccess: () => Promise.all(keys.map((queryKey) => client.invalidateQueries({ queryKey }))),
  });
}
