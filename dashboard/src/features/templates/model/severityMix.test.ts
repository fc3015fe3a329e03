import { expect, test } from 'vitest';
import { describeMix, severityMix } from './severityMix';

test('tells the worst first, in words', () => {
  const mix = severityMix({ INFO: 90, ERROR: 6, ERROR2: 4 });
  expect(mix.map(({ severity, count }) => [severity, count])).toEqual([
    ['ERROR', 10],
    ['INFO', 90],
  ]);
  expect(describeMix(mix)).toBe('10 % ERROR, 90 % INFO');
  expect(describeMix([])).toBe('no records');
});

test('what has no severity is told too', () => {
  expect(severityMix({ UNSPECIFIED: 2, TRACE: 0 })).toEqual([
    { severity: 'UNSPECIFIED', count: 2, share: 1 },
  ]);
});
