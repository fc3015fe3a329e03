import type { components } from './schema';

/** Why the server refused, in the words of RFC 9457. */
export type Problem = components['schemas']['Problem'];

/** The code of the problem that no server answered. */
export const UNREACHABLE = 'unreachable';

/** A request that has no answer, with what can be told to people. */
export class ProblemError extends Error {
  readonly problem: Problem;
  /** How many seconds the server wants to be left alone, if it said so. */
  readonly retryAfterSeconds: number | null;

  constructor(problem: Problem, retryAfterSeconds: number | null = null) {
    super(problem.detail);
    this.name = 'ProblemError';
    this.problem = problem;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** What `error` says, whatever was thrown: a fault of this page is a problem too. */
export function problemOf(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem;
  return problem({
    title: 'a fault of this page',
    detail: error instanceof Error ? error.message : String(error),
    code: 'page_fault',
  });
}

/** The problem of an answer that is not good: its own, or one made of its status. */
export function problemOfAnswer(response: Response, body: unknown): Problem {
  if (isProblem(body)) return body;
  return problem({
    title: `answer ${response.status}`,
    status: response.status,
    detail: `the server answered ${response.status} ${response.statusText}`.trimEnd(),
    code: `http_${response.status}`,
    instance: new URL(response.url || '/', window.location.href).pathname,
  });
}

/** The problem of a request that reached no server. */
export function unreachable(): Problem {
  return problem({
    title: 'no answer',
    detail: `Winnow does not answer at ${window.location.origin}; it may be restarting, and is asked again`,
    code: UNREACHABLE,
  });
}

function problem(told: Partial<Problem>): Problem {
  return {
    type: 'about:blank',
    title: '',
    status: 0,
    detail: '',
    instance: '',
    code: '',
    trace_id: '',
    ...told,
  };
}

function isProblem(body: unknown): body is Problem {
  return (
    typeof body === 'object' &&
    body !== null &&
    'code' in body &&
    typeof body.code === 'string' &&
    'detail' in body &&
    typeof body.detail === 'string'
  );
}
