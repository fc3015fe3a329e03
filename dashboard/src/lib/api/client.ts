import createClient, { type Middleware } from 'openapi-fetch';
import { ProblemError, problemOfAnswer, unreachable } from './problem';
import type { paths } from './schema';
import { signIn } from './signIn';

/** Signing in answers by itself whether a token is good. */
const SESSION = '/api/v1/session';

const authentication: Middleware = {
  onResponse({ response, schemaPath }) {
    if (response.status === 401 && schemaPath !== SESSION) signIn.want();
  },
};

/**
 * The API, typed by its own description. Pass the `signal` of the query, so that a stale one is cancelled,
 * and have the answer taken apart by {@link answer}.
 *
 * @example
 * queryFn: ({ signal }) => answer(api.GET('/api/v1/ledger', { signal }))
 */
export const api = createClient<paths>({
  baseUrl: window.location.origin,
  // A service given twice is `service=a&service=b`.
  querySerializer: { array: { style: 'form', explode: true } },
  // Looked up at each call, so that tests can stand in for it.
  fetch: (request) => globalThis.fetch(request),
});
api.use(authentication);

interface Exchange<T> {
  readonly data?: T;
  readonly error?: unknown;
  readonly response: Response;
}

/**
 * The body of a good answer.
 *
 * @throws ProblemError if the answer is not good, or none came; an abort is thrown on as it is
 */
export async function answer<T>(exchange: Promise<Exchange<T>>): Promise<T> {
  let done: Exchange<T>;
  try {
    done = await exchange;
  } catch (failure) {
    if (failure instanceof TypeError) throw new ProblemError(unreachable());
    throw failure;
  }
  if (done.response.ok) return done.data as T;
  const after = Number(done.response.headers.get('Retry-After'));
  throw new ProblemError(problemOfAnswer(done.response, done.error), after > 0 ? after : null);
}
