import { expect, test } from 'vitest';
import type { AbsoluteRange } from '../../../lib/time/range';
import { windowsOf } from './windows';

const HOUR = 3_600_000;
const NOW = 100 * HOUR;
const hours = (from: number, to: number): AbsoluteRange => ({
  kind: 'absolute',
  from: from * HOUR,
  to: to * HOUR,
});
const view = { time: { kind: 'last', text: '2h' }, before: null, after: null } as const;

test('a time is compared with as much before it', () => {
  expect(windowsOf(view, NOW)).toEqual({
    before: hours(96, 98),
    after: hours(98, 100),
    shown: hours(96, 100),
  });
});

test('what was chosen is compared, and shown with the time around it', () => {
  expect(windowsOf({ ...view, after: hours(97, 98) }, NOW)).toEqual({
    before: hours(96, 97),
    after: hours(97, 98),
    shown: hours(96, 100),
  });
  expect(windowsOf({ ...view, before: hours(10, 11) }, NOW)).toEqual({
    before: hours(10, 11),
    after: hours(98, 100),
    shown: hours(10, 100),
  });
});
