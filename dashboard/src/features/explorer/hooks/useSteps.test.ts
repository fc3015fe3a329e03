import { act, renderHook, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { aRecord } from '../testing';
import { useSteps } from './useSteps';

const quiet = Array.from({ length: 300 }, (_, at) =>
  aRecord({ id: `q${at}`, timestamp: `2026-11-22T05:17:50.${String(999_999_999 - at)}Z` }),
);
const ERROR = aRecord({
  id: 'e1',
  severity_number: 17,
  timestamp: '2026-11-22T05:17:49.5Z',
});

afterEach(() => vi.unstubAllGlobals());

function serve(answer: () => Response) {
  const asked: URL[] = [];
  vi.stubGlobal('fetch', (request: Request) => {
    asked.push(new URL(request.url));
    return Promise.resolve(answer());
  });
  return asked;
}

function steps(pages: number) {
  const onChoose = vi.fn();
  const onMore = vi.fn(() =>
    Promise.resolve(onMore.mock.calls.length < pages ? quiet : [...quiet, ERROR]),
  );
  const errors = { query: 'level >= error' };
  const { result } = renderHook(() =>
    useSteps({ records: quiet, chosen: 'q7', onChoose, onMore, errors }),
  );
  return { result, onChoose, onMore };
}

test('asks the server for the next error, and loads as far as it', async () => {
  const asked = serve(() => Response.json({ logs: [quiet[7], ERROR] }));
  const { result, onChoose, onMore } = steps(2);
  act(() => result.current.onError(1));
  expect(result.current.outcome.is).toBe('searching');
  await waitFor(() => expect(onChoose).toHaveBeenCalledExactlyOnceWith('e1'));
  expect(onMore).toHaveBeenCalledTimes(2);
  expect(asked).toHaveLength(1);
  expect(asked[0]?.searchParams.get('query')).toBe('level >= error');
  expect(asked[0]?.searchParams.get('end_time')).toBe('1795324670999999993');
});

test('tells of an error that is far below', async () => {
  serve(() => Response.json({ logs: [ERROR] }));
  const { result, onChoose } = steps(100);
  act(() => result.current.onError(1));
  await waitFor(() => expect(result.current.outcome).toMatchObject({ is: 'far', searched: 300 }));
  expect(onChoose).not.toHaveBeenCalled();
});

test('says that there is none, and why it cannot be known', async () => {
  serve(() => Response.json({ logs: [] }));
  const { result } = steps(1);
  act(() => result.current.onError(1));
  await waitFor(() => expect(result.current.outcome.is).toBe('none below'));
  act(() => result.current.onError(-1));
  expect(result.current.outcome.is).toBe('none above');
  serve(() => Response.json({ code: 'timeout', detail: 'slow' }, { status: 504 }));
  act(() => result.current.onError(1));
  await waitFor(() => expect(result.current.outcome.is).toBe('failed'));
});

/** Steps whose choice is kept, and an answer to the search that comes when it is told to. */
function lateSteps() {
  let tell: () => void = () => undefined;
  const signals: AbortSignal[] = [];
  vi.stubGlobal('fetch', (request: Request) => {
    signals.push(request.signal);
    return new Promise((resolve) => (tell = () => resolve(Response.json({ logs: [ERROR] }))));
  });
  const onMore = vi.fn(() => Promise.resolve([...quiet, ERROR]));
  const hook = renderHook(
    ({ query }) => {
      const [chosen, onChoose] = useState<string | null>('q7');
      const list = { records: quiet, chosen, onChoose, onMore, errors: { query } };
      return { ...useSteps(list), chosen, onChoose };
    },
    { initialProps: { query: 'level >= error' } },
  );
  const late = () =>
    act(async () => {
      tell();
      await new Promise((resolve) => setTimeout(resolve, 20));
    });
  return { ...hook, late, onMore, signals };
}

test('a search that is late chooses, where nothing was done since', async () => {
  const { result, late } = lateSteps();
  act(() => result.current.onError(1));
  await vi.waitFor(() => expect(result.current.outcome.is).toBe('searching'));
  await late();
  expect(result.current.chosen).toBe('e1');
  expect(result.current.outcome.is).toBe('found');
});

test.each<[string, string, (hook: ReturnType<typeof lateSteps>) => void]>([
  ['a step', 'q8', ({ result }) => result.current.onStep(1)],
  ['a choice', 'q20', ({ result }) => result.current.onChoose('q20')],
  ['another query', 'q7', ({ rerender }) => rerender({ query: 'level >= fatal' })],
  ['leaving', 'q7', ({ unmount }) => unmount()],
])('%s is not overruled by a search from before', async (_, chosen, then) => {
  const hook = lateSteps();
  act(() => hook.result.current.onError(1));
  await vi.waitFor(() => expect(hook.signals).toHaveLength(1));
  act(() => then(hook));
  expect(hook.signals[0]?.aborted).toBe(true);
  await hook.late();
  expect(hook.result.current.chosen).toBe(chosen);
  expect(hook.onMore).not.toHaveBeenCalled();
  if (chosen !== 'q7') expect(hook.result.current.outcome.is).toBe('found');
});

test('a page that cannot be loaded is no error that is far', async () => {
  serve(() => Response.json({ logs: [ERROR] }));
  const { result, onMore } = steps(2);
  onMore.mockRejectedValue(new Error('slow'));
  act(() => result.current.onError(1));
  await waitFor(() => expect(result.current.outcome.is).toBe('failed'));
  expect(onMore).toHaveBeenCalledOnce();
});

test('what came of a search goes with its list', async () => {
  const { result, rerender, late } = lateSteps();
  serve(() => Response.json({ logs: [] }));
  act(() => result.current.onError(1));
  await late();
  expect(result.current.outcome.is).toBe('none below');
  rerender({ query: 'level >= error and service = a' });
  expect(result.current.outcome.is).toBe('found');
});
