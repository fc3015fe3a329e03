import { queryOptions } from '@tanstack/react-query';
import { answer, api } from './client';

const INTERVAL_MILLIS = 10_000;

/** How the server is, asked all the time, as it may end and come back. Nobody needs a token for it. */
export const healthQuery = queryOptions({
  queryKey: ['health'],
  queryFn: ({ signal }) => answer(api.GET('/health', { signal })),
  refetchInterval: INTERVAL_MILLIS,
  retry: false,
});
