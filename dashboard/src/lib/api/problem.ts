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

/* How browsers say that a part of the program did not come. */
const NOT_LOADED = /dynamically imported module|importing a module script|preload CSS/i;

/** What `error` says, whatever was thrown: a fault of this page is a problem too. */
export function problemOf(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem;
  if (error instanceof Error && NOT_LOADED.test(error.message)) {
    return problem({
      title: 'the page could not be loaded',
      detail: 'Winnow does not answer, or is another version now; try again',
      code: 'page_not_loaded',
    });
  }
  return problem({
    title: 'a fault of this page',
    detail: error instanceof Error ? error.message : String(error),
    code: 'page_fault',
  });
}

/** The problem of an answer that is not good: its own, or one made of its status. */
export function problemOfAnswer(response: Response, body: unknown): Problem {
  if (isProblem(body)) return problem(body);
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

/** The problem of an answer that says nothing in the words of the API, as a proxy may make of it. */
export function unreadable(): Problem {
  return problem({
    title: 'an answer that is not understood',
    detail:
      'what came back is no answer of Winnow; something between this browser and it may have put its own there',
    code: 'not_understood',
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

function isProblem(body: unknown): body is Pick<Problem, 'code' | 'detail'> {
  return (
    typeof body === 'object' &&
    body !== null &&
    'code' in body &&
    typeof body.code === 'string' &&
    'detail' in body &&
    typeof body.detail === 'string'
  );
}
