import { afterEach, describe, expect, test, vi } from 'vitest';
import { answer, api } from './client';
import { ProblemError } from './problem';
import { beginSession } from './session';
import { signIn } from './signIn';

function serverAnswers(status: number, body: string, headers: Record<string, string> = {}) {
  const fetch = vi.fn<(request: Request) => Promise<Response>>(() =>
    Promise.resolve(new Response(body, { status, headers })),
  );
  vi.stubGlobal('fetch', fetch);
  return fetch;
}

async function refusal(): Promise<ProblemError> {
  try {
    await answer(api.GET('/api/v1/ledger'));
  } catch (error) {
    if (error instanceof ProblemError) return error;
    throw error;
  }
  throw new Error('it was answered');
}

afterEach(() => {
  vi.unstubAllGlobals();
  signIn.done();
});

describe('answer', () => {
  test('throws the problem that the server tells', async () => {
    const told = {
      type: 't',
      title: 'invalid predicate',
      status: 422,
      detail: 'at character 9',
      instance: '/api/logs',
      code: 'invalid_predicate',
      trace_id: 'ab',
    };
    serverAnswers(422, JSON.stringify(told), { 'Content-Type': 'application/problem+json' });
    expect((await refusal()).problem).toEqual(told);
  });

  test('makes a problem of an answer that is none', async () => {
    serverAnswers(502, '<html>bad gateway</html>', { 'Retry-After': '7' });
    const error = await refusal();
    expect(error.problem).toMatchObject({ status: 502, code: 'http_502' });
    expect(error.retryAfterSeconds).toBe(7);
  });

  test('says that nobody answered', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
    expect((await refusal()).problem.code).toBe('unreachable');
  });

  test('wants somebody to sign in when the server refuses', async () => {
    serverAnswers(401, '');
    await refusal();
    expect(signIn.isWanted()).toBe(true);
  });

  test('takes a token that is not good for the fault of the token', async () => {
    serverAnswers(401, '');
    await expect(beginSession('wrong')).rejects.toBeInstanceOf(ProblemError);
    expect(signIn.isWanted()).toBe(false);
  });
});
