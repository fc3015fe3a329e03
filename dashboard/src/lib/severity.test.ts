import { expect, test } from 'vitest';
import { severityOfName, severityOfNumber } from './severity';

test.each([
  [1, 'TRACE'],
  [4, 'TRACE'],
  [5, 'DEBUG'],
  [9, 'INFO'],
  [13, 'WARN'],
  [16, 'WARN'],
  [17, 'ERROR'],
  [20, 'ERROR'],
  [21, 'FATAL'],
  [24, 'FATAL'],
  [0, 'UNSPECIFIED'],
  [25, 'UNSPECIFIED'],
  [null, 'UNSPECIFIED'],
])('severity number %s is %s', (number, level) => {
  expect(severityOfNumber(number)).toBe(level);
});

test.each([
  ['error', 'ERROR'],
  ['ERROR2', 'ERROR'],
  ['FATAL4', 'FATAL'],
  ['', 'UNSPECIFIED'],
  ['loud', 'UNSPECIFIED'],
])('severity %s is of %s', (name, level) => {
  expect(severityOfName(name)).toBe(level);
});
