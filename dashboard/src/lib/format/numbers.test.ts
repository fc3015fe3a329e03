import { expect, test } from 'vitest';
import {
  formatBytes,
  formatCompact,
  formatDuration,
  formatRate,
  formatShare,
  plural,
} from './numbers';

test.each([
  [0, '0 B'],
  [999, '999 B'],
  [1000, '1.0 kB'],
  [268_447_744, '268 MB'],
  [999_950, '1.0 MB'],
  [99_960, '100 kB'],
])('%d bytes are %s', (bytes, text) => expect(formatBytes(bytes)).toBe(text));

test.each([
  [0, '0 %'],
  [0.0004, '< 0.1 %'],
  [0.052, '5.2 %'],
  [0.5, '50 %'],
  [0.9999, '> 99.9 %'],
  [1, '100 %'],
])('a share of %d is %s', (share, text) => expect(formatShare(share)).toBe(text));

test.each([
  [12, '12 ms'],
  [1000, '1 s'],
  [125_000, '2 min 5 s'],
  [3_600_000, '1 h'],
  [273_600_000, '3 d 4 h'],
  [86_405_000, '1 d'],
])('%d ms are %s', (millis, text) => expect(formatDuration(millis)).toBe(text));

test('counts are told as people say them', () => {
  expect(plural(1, 'record')).toBe('1 record');
  expect(plural(1_234, 'record')).toBe('1,234 records');
  expect(formatCompact(1_234_567)).toBe('1.23M');
  expect(formatRate(99.567)).toBe('99.6/s');
});
