import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { answer, api } from '../api/client';
import { currentSkew, noteDate, now } from './clock';

const HERE = Date.UTC(2026, 10, 22, 5, 30, 0);

beforeEach(() => {
  vi.useFakeTimers({ now: HERE });
  noteDate(new Date(HERE).toUTCString(), HERE, HERE);
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('it is as late as the server says with its answers', async () => {
  const headers = { Date: new Date(HERE + 7 * 60_000).toUTCString() };
  vi.stubGlobal('fetch', () => Promise.resolve(Response.json({ entries: [] }, { headers })));
  expect(now()).toBe(HERE);
  await answer(api.GET('/api/v1/ledger'));
  expect(now()).toBe(HERE + 7 * 60_000 + 500);
});

test('small differences are none, and a slow answer tells nothing', () => {
  noteDate(new Date(HERE + 3_000).toUTCString(), HERE, HERE);
  expect(currentSkew()).toBe(0);
  noteDate(new Date(HERE + 600_000).toUTCString(), HERE - 30_000, HERE);
  expect(currentSkew()).toBe(0);
  noteDate(null, HERE, HERE);
  noteDate('soon', HERE, HERE);
  expect(currentSkew()).toBe(0);
});

test('the ends of ranges do not tremble with each answer', () => {
  noteDate(new Date(HERE - 60_000).toUTCString(), HERE, HERE);
  const first = currentSkew();
  noteDate(new Date(HERE - 59_000).toUTCString(), HERE, HERE + 400);
  expect(currentSkew()).toBe(first);
});
