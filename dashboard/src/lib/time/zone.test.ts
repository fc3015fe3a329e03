import { afterEach, expect, test } from 'vitest';
import { formatMoment, formatTimestamp, zoneOffset } from './format';
import { parseRange, parseStamp } from './parse';
import { resolve } from './range';
import { chooseZone } from './zone';

// Half an hour before midnight in New York, with another date in UTC.
const MOMENT = Date.UTC(2026, 6, 2, 3, 30, 15);
const before = process.env['TZ'];

afterEach(() => {
  process.env['TZ'] = before;
  chooseZone('browser');
});

test('times are of the zone that is chosen, and read so', () => {
  process.env['TZ'] = 'America/New_York';
  expect(formatMoment(MOMENT)).toBe('2026-07-01 23:30:15');
  expect(zoneOffset(MOMENT)).toBe('UTC-04:00');
  expect(parseStamp('2026-07-01 23:30:15')).toBe(MOMENT);
  expect(resolve({ kind: 'day', day: 'today' }, MOMENT).from).toBe(Date.UTC(2026, 6, 1, 4));
  chooseZone('utc');
  expect(formatMoment(MOMENT)).toBe('2026-07-02 03:30:15');
  expect(formatTimestamp('2026-07-02T03:30:15.5Z')).toBe('2026-07-02 03:30:15.500 UTC');
  expect(parseStamp('2026-07-02 03:30:15')).toBe(MOMENT);
  expect(resolve({ kind: 'day', day: 'today' }, MOMENT).from).toBe(Date.UTC(2026, 6, 2));
});

test('the choice is remembered', () => {
  chooseZone('utc');
  expect(window.localStorage.getItem('winnow-zone')).toBe('utc');
});

test('a time that is copied from a page is the same when it is pasted', () => {
  for (const zone of ['America/St_Johns', 'Asia/Kolkata', 'UTC']) {
    process.env['TZ'] = zone;
    for (const moment of [MOMENT, Date.UTC(2026, 10, 1, 4, 29, 59), Date.UTC(2026, 0, 1)]) {
      const copied = formatTimestamp(new Date(moment).toISOString());
      expect(parseStamp(copied)).toBe(moment);
      expect(parseRange(`${copied} .. 2027-01-01T00:00:00Z`)).toMatchObject({ from: moment });
    }
  }
});
