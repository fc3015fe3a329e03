import { expect, test } from 'vitest';
import { formatMeasure, formatMeasures, scaleOf } from './measure';

test.each([
  [250, 'ns', '250 ns'],
  [20_800_000, 'ns', '20.8 ms'],
  [5e9, 'ns', '5 s'],
  [1500, 'By', '1.5 kB'],
  [4680, '1', '4680'],
  [-0.5, '1', '-0.5'],
  [99_600, '1', '99.6K'],
])('%d %s is %s', (value, unit, text) => expect(formatMeasure(value, unit)).toBe(text));

test('what differs does not look the same', () => {
  expect(formatMeasures([953_329_400, 953_333_166], '1')).toEqual(['953.329M', '953.333M']);
  expect(formatMeasures([1, 99_600, 99_600], '1')).toEqual(['1', '99.6K', '99.6K']);
});

test('what is far apart is placed by powers', () => {
  expect(scaleOf({ min: 1, max: 10_000 }).at(100)).toBeCloseTo(0.5);
  expect(scaleOf({ min: 0, max: 100 }).at(25)).toBe(0.25);
  expect(scaleOf({ min: 5, max: 5 }).at(5)).toBe(0.5);
});
