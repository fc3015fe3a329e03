import { queryOptions } from '@tanstack/react-query';
import { answer, api } from './client';

const INTERVAL_MILLIS = 10_000;

/* A server that takes longer is gone for those who look at it. */
const PATIENCE_MILLIS = 8_000;

/** How the server is, asked all the time, as it may end and come back. Nobody needs a token for it. */
export const healthQuery = queryOptions({
  queryKey: ['health'],
  queryFn: ({ signal }) => {
    const either = AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MILLIS)]);
    return answer(api.GET('/health', { signal: either }));
  },
  refetchInterval: INTERVAL_MILLIS,
  retry: false,
});
