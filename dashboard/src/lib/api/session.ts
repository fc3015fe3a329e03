import { queryOptions } from '@tanstack/react-query';
import { answer, api } from './client';

/** Who asks, and whether the server needs a token at all. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => answer(api.GET('/api/v1/session', { signal })),
});

/** Begins a session with the secret of a token. */
export function beginSession(token: string) {
  return answer(api.POST('/api/v1/session', { body: { token } }));
}

/** Ends the session of this browser. */
export function endSession() {
  return answer(api.DELETE('/api/v1/session'));
}
