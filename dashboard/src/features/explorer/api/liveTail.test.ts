import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { signIn } from '../../../lib/api/signIn';
import { openTail } from './liveTail';

class FakeSocket {
  static all: FakeSocket[] = [];
  onopen: () => void = () => undefined;
  onmessage: (event: { data: string }) => void = () => undefined;
  onclose: () => void = () => undefined;
  closed = false;
  readonly search: URLSearchParams;
  constructor(address: string) {
    this.search = new URL(address).searchParams;
    FakeSocket.all.push(this);
  }
  say(message: object) {
    this.onmessage({ data: JSON.stringify(message) });
  }
  close() {
    this.closed = true;
  }
}

beforeEach(() => {
  vi.useFakeTimers();
  FakeSocket.all = [];
  vi.stubGlobal('WebSocket', FakeSocket);
  vi.stubGlobal('fetch', () => Promise.resolve(Response.json({ ticket: 't1' }, { status: 201 })));
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('comes back behind the last message, and says why it was away', async () => {
  const listener = { onMessage: vi.fn(), onOpen: vi.fn(), onLost: vi.fn() };
  const close = openTail({ query: 'level = warn' }, ['body.a'], listener);
  await vi.advanceTimersByTimeAsync(10);
  const [first] = FakeSocket.all;
  expect(first?.search.get('query')).toBe('level = warn');
  expect(first?.search.get('ticket')).toBe('t1');
  expect(first?.search.get('brief')).toBe('true');
  expect(first?.search.getAll('column')).toEqual(['body.a']);
  expect(first?.search.has('after')).toBe(false);
  first?.say({ type: 'cursor', cursor: 'c7' });
  first?.say({ type: 'error', code: 'unavailable', detail: 'it is stopping' });
  first?.onclose();
  expect(listener.onLost).toHaveBeenCalledExactlyOnceWith('it is stopping');
  await vi.advanceTimersByTimeAsync(1100);
  expect(FakeSocket.all[1]?.search.get('after')).toBe('c7');
  close();
  expect(FakeSocket.all[1]?.closed).toBe(true);
});

test('does not come back after the end', async () => {
  const listener = { onMessage: vi.fn(), onOpen: vi.fn(), onLost: vi.fn() };
  const close = openTail({}, [], listener);
  await vi.advanceTimersByTimeAsync(10);
  close();
  FakeSocket.all[0]?.onclose();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(FakeSocket.all).toHaveLength(1);
  expect(listener.onLost).not.toHaveBeenCalled();
});

test('waits for somebody to sign in, and goes on then', async () => {
  const asked = vi.fn(() => Promise.resolve(Response.json({}, { status: 401 })));
  vi.stubGlobal('fetch', asked);
  const listener = { onMessage: vi.fn(), onOpen: vi.fn(), onLost: vi.fn() };
  const close = openTail({}, [], listener);
  await vi.advanceTimersByTimeAsync(120_000);
  expect(asked).toHaveBeenCalledOnce();
  expect(listener.onLost).toHaveBeenCalledOnce();
  vi.stubGlobal('fetch', () => Promise.resolve(Response.json({ ticket: 't2' }, { status: 201 })));
  signIn.done();
  await vi.advanceTimersByTimeAsync(10);
  expect(FakeSocket.all[0]?.search.get('ticket')).toBe('t2');
  close();
});

test('asks ever more rarely a server that refuses by a message', async () => {
  const listener = { onMessage: vi.fn(), onOpen: vi.fn(), onLost: vi.fn() };
  const close = openTail({}, [], listener);
  await vi.advanceTimersByTimeAsync(10);
  for (const pause of [1000, 2000, 4000]) {
    const before = FakeSocket.all.length;
    FakeSocket.all.at(-1)?.say({ type: 'error', code: 'quota', detail: 'too many tails' });
    FakeSocket.all.at(-1)?.onclose();
    await vi.advanceTimersByTimeAsync(pause - 100);
    expect(FakeSocket.all).toHaveLength(before);
    await vi.advanceTimersByTimeAsync(200);
    expect(FakeSocket.all).toHaveLength(before + 1);
  }
  close();
});
