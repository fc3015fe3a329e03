import { expect, test } from 'vitest';
import { negated } from './chips';

test.each([
  ['service = checkout', 'service != checkout'],
  ['"a = b" = "c != d"', '"a = b" != "c != d"'],
  ['exists trace_id', 'not exists trace_id'],
  ['level >= warn', 'not (level >= warn)'],
  ['a = 1 or b = 2', 'not (a = 1 or b = 2)'],
])('turns %s into %s and back', (filter, opposite) => {
  expect(negated(filter)).toBe(opposite);
  expect(negated(opposite)).toBe(filter);
});
