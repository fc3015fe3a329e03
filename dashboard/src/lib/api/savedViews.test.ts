import { expect, test } from 'vitest';
import { addressOf } from './savedViews';

test('a saved view is opened where it is one of the explorer', () => {
  expect(addressOf({ page: 'explorer', search: 'query=a' })).toBe('/explorer?query=a');
  expect(addressOf({ page: 'x', search: 'query=a' })).toBeNull();
  expect(addressOf({})).toBeNull();
});
