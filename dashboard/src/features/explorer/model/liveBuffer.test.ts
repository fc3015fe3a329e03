import { expect, test } from 'vitest';
import { aRecord } from '../testing';
import { arrive, Inbox, miss, MOST_KEPT, NOTHING_LIVE, precede, release } from './liveBuffer';

const named = (...ids: string[]) => ids.map((id) => aRecord({ id }));
const ids = (records: readonly { id: string }[]) => records.map(({ id }) => id).join('');

test('shows the newest first', () => {
  const buffer = arrive(arrive(NOTHING_LIVE, named('a', 'b'), false), named('c'), false);
  expect(ids(buffer.rows)).toBe('cba');
});

test('lets records wait while somebody reads, in their order', () => {
  const paused = arrive(arrive(NOTHING_LIVE, named('a'), false), named('b', 'c'), true);
  expect(ids(paused.rows)).toBe('a');
  expect(ids(paused.waiting)).toBe('cb');
  expect(ids(release(paused).rows)).toBe('cba');
  expect(ids(arrive(paused, named('d'), false).rows)).toBe('dcba');
  expect(ids(arrive(paused, [], false).rows)).toBe('cba');
  expect(arrive(paused, [], true)).toBe(paused);
});

test('keeps a bounded number of rows and of waiting ones, the newest', () => {
  const many = Array.from({ length: MOST_KEPT + 10 }, (_, at) => aRecord({ id: String(at) }));
  const shown = arrive(NOTHING_LIVE, many, false);
  expect(shown.rows).toHaveLength(MOST_KEPT);
  expect(shown.rows[0]?.id).toBe(String(MOST_KEPT + 9));
  expect(shown.arrived).toBe(MOST_KEPT + 10);
  expect(arrive(shown, many, true).waiting).toHaveLength(MOST_KEPT);
});

test('takes no record twice that was there before', () => {
  const buffer = precede(arrive(NOTHING_LIVE, named('b', 'c'), false), named('b', 'a'));
  expect(ids(buffer.rows)).toBe('cba');
});

test('adds up what was missed, counted or not', () => {
  const buffer = miss(miss(miss(NOTHING_LIVE, 3), 4), undefined);
  expect(buffer).toMatchObject({ missed: 7, hasUncounted: true });
});

test('counts what nobody could see', () => {
  const many = Array.from({ length: MOST_KEPT + 10 }, (_, at) => aRecord({ id: String(at) }));
  expect(arrive(NOTHING_LIVE, many, false).unseen).toBe(10);
  const waiting = arrive(arrive(NOTHING_LIVE, many.slice(20), true), many.slice(0, 30), true);
  expect(waiting.waiting).toHaveLength(MOST_KEPT);
  expect(waiting.unseen).toBe(20);
});

test('keeps the newest while a tab sleeps, and counts the others', () => {
  const inbox = new Inbox();
  const all = 7 * MOST_KEPT + 3;
  for (let at = 0; at < all; at++) inbox.add(aRecord({ id: String(at) }));
  const buffer = inbox.empty(NOTHING_LIVE, false);
  expect(buffer.rows).toHaveLength(MOST_KEPT);
  expect(buffer.rows[0]?.id).toBe(String(all - 1));
  expect(buffer.arrived).toBe(all);
  expect(buffer.unseen).toBe(all - MOST_KEPT);
});
