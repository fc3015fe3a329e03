import { expect, test } from 'vitest';
import { allOf, equalTo, faultOf, operand } from './conditions';

test('quotes what would mean something else', () => {
  expect(operand('checkout')).toBe('checkout');
  expect(operand('a b')).toBe('"a b"');
  expect(operand('not')).toBe('"not"');
  expect(operand('500')).toBe('"500"');
  expect(operand('say "no" and\n')).toBe('"say \\"no\\" and\\n"');
});

test('says that a field has a value of its type', () => {
  expect(equalTo('attributes.code', 500)).toBe('attributes.code = 500');
  expect(equalTo('attributes.code', '500', true)).toBe('attributes.code != "500"');
  expect(equalTo('attributes.account', 12345678901234567890n)).toBe(
    'attributes.account = 12345678901234567890',
  );
  expect(equalTo('service', null)).toBe('not exists service');
  expect(equalTo('attributes.ids', [1, 2])).toBeNull();
});

test('joins a query with filters without changing what it means', () => {
  expect(allOf('a or b', ['service = x'])).toBe('(a or b) and service = x');
  expect(allOf(' ', ['service = x', 'a or b'])).toBe('service = x and (a or b)');
  expect(allOf('a or b', [])).toBe('a or b');
});

test('leaves a query alone that would swallow the filters', () => {
  expect(allOf('a) or (b', ['service = x'])).toBe('a) or (b');
  expect(allOf('"a', ['service = x'])).toBe('"a');
  expect(allOf('body = ")"', ['service = x'])).toBe('(body = ")") and service = x');
});

test('finds the place of a fault in what was typed', () => {
  const detail =
    'predicate at character 8: expected a value; correct the place that the message names';
  expect(faultOf(detail, 'level =', [])).toEqual({ message: 'expected a value', at: 7 });
  expect(faultOf(detail, 'level =', ['service = x']).at).toBe(6);
  expect(faultOf(detail, '', ['servixe =']).at).toBeNull();
  expect(faultOf('too slow', 'level =', [])).toEqual({ message: 'too slow', at: null });
});
