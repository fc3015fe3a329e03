import createClient, { type Middleware } from 'openapi-fetch';
import { noteDate } from '../time/clock';
import { parseExactly } from './exact';
import { ProblemError, problemOfAnswer, unreachable, unreadable } from './problem';
import type { paths } from './schema';
import { signIn } from './signIn';
import { tabs } from './tabs';

/** Signing in answers by itself whether a token is good. */
const SESSION = '/api/v1/session';

const authentication: Middleware = {
  onResponse({ response, schemaPath }) {
    if (response.status !== 401 || schemaPath === SESSION || signIn.isWanted()) return;
    signIn.want();
    tabs.tell('refused');
  },
};

const askedAt = new WeakMap<Request, number>();

const clock: Middleware = {
  onRequest({ request }) {
    askedAt.set(request, Date.now());
  },
  onResponse({ request, response }) {
    const answered = Date.now();
    noteDate(response.headers.get('Date'), askedAt.get(request) ?? answered, answered);
  },
};

/* What answers with values of records; all else has counts, which are calculated with. */
const OF_RECORDS = /^\/api\/logs(?:\/\{id\}(?:\/context)?|\/facets)?$|\/exemplars$/;

const digits: Middleware = {
  async onResponse({ response, schemaPath }) {
    if (!response.ok || !OF_RECORDS.test(schemaPath)) return undefined;
    const bytes = await response.arrayBuffer();
    const read = new Response(null, response);
    // openapi-fetch calls json() only where a length is told, and takes text() apart by itself elsewhere.
    read.headers.set('Content-Length', String(bytes.byteLength));
    read.json = () => Promise.resolve(new TextDecoder().decode(bytes)).then(parseExactly);
    return read;
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
api.use(authentication, digits, clock);

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
    if (failure instanceof TypeError || isTimeout(failure)) throw new ProblemError(unreachable());
    if (failure instanceof SyntaxError) throw new ProblemError(unreadable());
    throw failure;
  }
  if (done.response.ok) {
    if (done.data === undefined && done.response.status === 200) {
      throw new ProblemError(unreadable());
    }
    return done.data as T;
  }
  const after = Number(done.response.headers.get('Retry-After'));
  throw new ProblemError(problemOfAnswer(done.response, done.error), after > 0 ? after : null);
}

function isTimeout(failure: unknown): boolean {
  return failure instanceof Error && failure.name === 'TimeoutError';
}
