import { expect, test } from 'vitest';
import { usualSeverity } from './templates';

test('a template is as bad as most of its records', () => {
  expect(usualSeverity({ INFO: 900, ERROR: 1, WARN: 3 })).toBe('INFO');
  expect(usualSeverity({ INFO: 3, ERROR: 3 })).toBe('ERROR');
  expect(usualSeverity({ UNSPECIFIED: 2 })).toBe('UNSPECIFIED');
  expect(usualSeverity({})).toBe('UNSPECIFIED');
});
