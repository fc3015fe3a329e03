import { expect, test } from 'vitest';
import { formatAge, formatRange, formatTimestamp } from './format';
import { parseRange, parseStamp } from './parse';
import { isAskable, lengthMillis, resolve, shift, timeParameters } from './range';

const NOW = Date.UTC(2026, 10, 22, 5, 30, 0);

test.each([
  ['15m', { kind: 'last', text: '15m' }],
  [' last 2 hours ', { kind: 'last', text: '2h' }],
  ['-7d', { kind: 'last', text: '7d' }],
  ['30 min ago', { kind: 'last', text: '30m' }],
  ['Today', { kind: 'day', day: 'today' }],
  ['yesterday', { kind: 'day', day: 'yesterday' }],
])('%s is a range that moves', (text, range) => {
  expect(parseRange(text, NOW)).toEqual(range);
});

test('two pasted times are a range, whatever is between them', () => {
  const range = {
    kind: 'absolute',
    from: Date.UTC(2026, 10, 22, 4),
    to: Date.UTC(2026, 10, 22, 5),
  };
  expect(parseRange('2026-11-22T04:00:00Z 2026-11-22T05:00:00Z', NOW)).toEqual(range);
  expect(
    parseRange('from 2026-11-22T04:00:00.000000000Z to\n2026-11-22T06:00:00+01:00!', NOW),
  ).toEqual(range);
  expect(parseRange('2026-11-22 04:00 UTC/2026-11-22 05:00 UTC', NOW)).toEqual(range);
});

test('one pasted time is up to now, one day is that day', () => {
  expect(parseRange('2026-11-22T05:00:00Z', NOW)).toEqual({
    kind: 'absolute',
    from: NOW - 1_800_000,
    to: NOW,
  });
  const day = parseRange('2026-11-20', NOW);
  expect(day && resolve(day, NOW)).toEqual({
    kind: 'absolute',
    from: new Date(2026, 10, 20).getTime(),
    to: new Date(2026, 10, 21).getTime(),
  });
});

test.each(['', '0m', 'soon', '3 parsecs', '2026-02-31', '2026-11-22T25:00'])(
  '%j is no range',
  (text) => expect(parseRange(text, NOW)).toBeNull(),
);

test('a time without zone is of the browser', () => {
  expect(parseStamp('2026-11-22 05:00:01.5')).toBe(new Date(2026, 10, 22, 5, 0, 1, 500).getTime());
});

test('back and forward are as long as the range and meet it', () => {
  const hour = { kind: 'last', text: '1h' } as const;
  expect(shift(hour, -1, NOW)).toEqual({
    kind: 'absolute',
    from: NOW - 7_200_000,
    to: NOW - 3_600_000,
  });
  expect(shift(shift(hour, -1, NOW), 1, NOW)).toEqual(resolve(hour, NOW));
});

test('the API is asked for what moves in words, for the rest in moments', () => {
  expect(timeParameters({ kind: 'last', text: '2w' }, NOW)).toEqual({ start_time: '14d' });
  expect(timeParameters({ kind: 'absolute', from: NOW - 1000, to: NOW }, NOW)).toEqual({
    start_time: '2026-11-22T05:29:59.000Z',
    end_time: '2026-11-22T05:30:00.000Z',
  });
  expect(timeParameters({ kind: 'day', day: 'today' }, NOW).end_time).toBeUndefined();
});

test('lengths have a unit and are more than nothing', () => {
  expect(lengthMillis('90s')).toBe(90_000);
  expect(lengthMillis('0h')).toBeNull();
  expect(lengthMillis('1y')).toBeNull();
});

test('timestamps keep all digits they have', () => {
  expect(formatTimestamp('2026-11-22T05:17:50.183078209Z')).toMatch(/:50\.183078209 UTC/);
  expect(formatTimestamp('2026-11-22T05:17:50.250000000Z')).toMatch(/:50\.250 UTC/);
  expect(formatTimestamp('nonsense')).toBe('nonsense');
});

test('ages and ranges are told in words', () => {
  expect(formatAge('2026-11-22T05:27:00Z', NOW)).toBe('3 min ago');
  expect(formatAge('2026-11-22T05:30:01Z', NOW)).toBe('just now');
  expect(formatAge('2026-11-22T07:30:00Z', NOW)).toBe('in 2 h');
  expect(formatRange({ kind: 'last', text: '15m' })).toBe('last 15 min');
});

test('the later time may be pasted first', () => {
  expect(parseRange('2026-11-22T05:00:00Z 2026-11-22T04:00:00Z', NOW)).toEqual({
    kind: 'absolute',
    from: Date.UTC(2026, 10, 22, 4),
    to: Date.UTC(2026, 10, 22, 5),
  });
});

test('no range leads out of the time that is known', () => {
  const ages = { kind: 'last', text: '999999w' } as const;
  expect(resolve(ages, NOW)).toEqual({ kind: 'absolute', from: 0, to: NOW });
  expect(shift(ages, -1, NOW)).toEqual({ kind: 'absolute', from: 0, to: NOW });
  const late = { kind: 'absolute', from: NOW, to: Date.UTC(2261, 0, 1) } as const;
  expect(shift(late, 1, NOW).to).toBe(Date.UTC(2262, 0, 1));
  expect(isAskable({ kind: 'absolute', from: Date.UTC(1969, 0, 1), to: NOW })).toBe(false);
  expect(isAskable(late)).toBe(true);
});
