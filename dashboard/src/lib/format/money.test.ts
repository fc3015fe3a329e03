import { expect, test } from 'vitest';
import { formatCost } from './money';

const euro = { per_gb: 0.5, currency: 'EUR' };

test.each([
  [0, '\u20ac0.00'],
  [1, '< \u20ac0.01'],
  [3e9, '\u20ac1.50'],
  [5e12, '\u20ac2.5K'],
])('%d bytes cost %s', (bytes, text) => expect(formatCost(bytes, euro)).toBe(text));

test('a currency without cents has none', () => {
  expect(formatCost(1, { per_gb: 80, currency: 'JPY' })).toBe('< \u00a51');
});

test('without a price there is no cost', () => {
  expect(formatCost(3e9, { per_gb: null, currency: null })).toBeNull();
});
