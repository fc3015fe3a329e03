import { expect, test } from 'vitest';
import { aRecord } from '../testing';
import { lacksColumns, namedColumns } from './columns';

const shortened = { body_length: null, attributes: 9936, values: 0 };

test('names what may be left out, as far as the server takes it', () => {
  expect(namedColumns(['service', 'trace_id', 'attributes.', 'nonsense'])).toEqual([]);
  expect(namedColumns(['attributes.a', 'body.b', 'resource.c', 'attributes.a'])).toEqual([
    'attributes.a',
    'body.b',
    'resource.c',
  ]);
  expect(namedColumns([`attributes.${'\u00e4'.repeat(123)}`])).toEqual([]);
  expect(namedColumns(Array.from({ length: 30 }, (_, at) => `body.k${at}`))).toHaveLength(20);
});

test('a column is lacking where a record is shortened and nobody asked for it', () => {
  const cut = aRecord({ attributes: { a: 1 }, shortened });
  expect(lacksColumns({ logs: [cut], named: [] }, ['attributes.b'])).toBe(true);
  expect(lacksColumns({ logs: [cut], named: ['attributes.b'] }, ['attributes.b'])).toBe(false);
  expect(lacksColumns({ logs: [cut], named: [] }, ['attributes.a', 'service'])).toBe(false);
  expect(lacksColumns({ logs: [aRecord()], named: [] }, ['attributes.b'])).toBe(false);
});
