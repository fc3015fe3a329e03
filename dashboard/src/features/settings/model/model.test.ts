import { expect, test } from 'vitest';
import { parseBytes, parseCount } from './amounts';
import { expiry, standing, type Token } from './tokens';

const token: Token = {
  id: 'a',
  tenant_id: 'default',
  name: 'sender',
  role: 'editor',
  created: '2026-11-01T00:00:00Z',
  last_used: null,
  expires: null,
  revoked: null,
};
const NOW = Date.parse('2026-11-22T00:00:00Z');

test('a token stands until it expires or is revoked', () => {
  expect(standing(token, NOW)).toBe('active');
  expect(standing({ ...token, expires: '2026-11-22T00:00:00Z' }, NOW)).toBe('expired');
  expect(standing({ ...token, expires: '2026-11-23T00:00:00Z' }, NOW)).toBe('active');
  expect(standing({ ...token, revoked: '2026-11-02T00:00:00Z' }, NOW)).toBe('revoked');
});

test('days become a moment', () => {
  expect(expiry(30, NOW)).toBe('2026-12-22T00:00:00.000Z');
  expect(expiry(null, NOW)).toBeNull();
});

test.each([
  ['10 GB', 1e10],
  ['1.5kb', 1500],
  ['500000', 500_000],
  ['', null],
  ['1,000 B', 1000],
])('%j is an amount of bytes', (text, bytes) => expect(parseBytes(text)).toBe(bytes));

test.each(['ten', '10 XB', '-1', '1e9', '99999999 PB'])('%j is no amount of bytes', (text) => {
  expect(parseBytes(text)).toBeNaN();
});

test('counts are whole', () => {
  expect(parseCount('1,000,000')).toBe(1_000_000);
  expect(parseCount(' ')).toBeNull();
  expect(parseCount('1.5')).toBeNaN();
});
