import { afterEach, beforeEach, expect, test, vi } from 'vitest';
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
  const close = openTail({ query: 'level = warn' }, listener);
  await vi.advanceTimersByTimeAsync(10);
  const [first] = FakeSocket.all;
  expect(first?.search.get('query')).toBe('level = warn');
  expect(first?.search.get('ticket')).toBe('t1');
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
  const close = openTail({}, listener);
  await vi.advanceTimersByTimeAsync(10);
  close();
  FakeSocket.all[0]?.onclose();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(FakeSocket.all).toHaveLength(1);
  expect(listener.onLost).not.toHaveBeenCalled();
});
