import { expect, test } from 'vitest';
import { pageLink } from './links';

test('the time goes along, spelled as the page itself spells it', () => {
  const time = '2026-11-22T05:00:00.000Z/2026-11-22T06:00:00.000Z';
  expect(pageLink('/templates', time)).toBe(`/templates?time=${time}`);
  expect(pageLink('/templates', null)).toBe('/templates');
});
