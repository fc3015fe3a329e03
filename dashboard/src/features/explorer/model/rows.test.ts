import { expect, test } from 'vitest';
import { aRecord } from '../testing';
import { cut, nextError, rowOf } from './rows';

test('makes the row of a record once', () => {
  const record = aRecord({ message: 'x'.repeat(1_000_000), severity_number: 18 });
  const row = rowOf(record);
  expect(row.message).toHaveLength(401);
  expect(row.severity).toBe('ERROR');
  expect(rowOf(record)).toBe(row);
});

test('does not cut a character in half', () => {
  expect(cut('ab\u{1f600}cd', 3)).toBe('ab\u2026');
  expect(cut('ab\u{1f600}cd', 4)).toBe('ab\u{1f600}\u2026');
});

test('finds errors in both directions', () => {
  const records = [9, 17, 9, 21].map((severity_number) => aRecord({ severity_number }));
  expect(nextError(records, -1, 1)).toBe(1);
  expect(nextError(records, 1, 1)).toBe(3);
  expect(nextError(records, 3, 1)).toBe(-1);
  expect(nextError(records, 3, -1)).toBe(1);
});
