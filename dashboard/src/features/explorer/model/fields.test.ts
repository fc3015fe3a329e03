import { expect, test } from 'vitest';
import { aRecord } from '../testing';
import { fieldGroups, fieldValue, textOf } from './fields';

test('finds values by keys with dots and in maps', () => {
  const record = aRecord({
    attributes: { 'http.method': 'GET', http: { status: { code: 503 } }, none: null },
  });
  expect(fieldValue(record, 'attributes.http.method')).toBe('GET');
  expect(fieldValue(record, 'attributes.http.status.code')).toBe(503);
  expect(fieldValue(record, 'attributes.constructor')).toBeUndefined();
  expect(fieldValue(record, 'service')).toBe('checkout');
});

test('names each value as predicates do, and knows what cannot be asked for', () => {
  const record = aRecord({ attributes: { a: { b: 1 }, list: [1, 2] } });
  const fields = fieldGroups(record).flatMap((group) => group.fields);
  expect(fields).toContainEqual({ name: 'attributes.a.b', value: 1, isAskable: true });
  expect(fields).toContainEqual({ name: 'attributes.list', value: [1, 2], isAskable: false });
});

test('shows a text as it is and other values as JSON', () => {
  expect(textOf('a')).toBe('a');
  expect(textOf({ a: [1, null] })).toBe('{"a":[1,null]}');
  expect(textOf(9007199254740993n)).toBe('9007199254740993');
  expect(textOf(undefined)).toBe('');
});
