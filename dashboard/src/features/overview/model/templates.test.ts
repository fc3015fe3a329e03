import { expect, test } from 'vitest';
import { rarest, type Template, usualSeverity } from './templates';

function template(
  template_id: string,
  count: number,
  first_seen = '2026-11-22T05:00:00Z',
): Template {
  return {
    template_id,
    template: 'a',
    count,
    bytes: 1,
    share: 0,
    first_seen,
    last_seen: null,
    severities: {},
    services: [],
    trend: [],
  };
}

test('a template is as bad as most of its records', () => {
  expect(usualSeverity({ INFO: 900, ERROR: 1, WARN: 3 })).toBe('INFO');
  expect(usualSeverity({ INFO: 3, ERROR: 3 })).toBe('ERROR');
  expect(usualSeverity({ UNSPECIFIED: 2 })).toBe('UNSPECIFIED');
  expect(usualSeverity({})).toBe('UNSPECIFIED');
});

test('the rarest come first, of as many the newest', () => {
  const list = [template('a', 3), template('b', 1), template('c', 1, '2026-11-22T06:00:00Z')];
  expect(rarest(list, 2).map(({ template_id }) => template_id)).toEqual(['c', 'b']);
});
