import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { TimeRange } from '../time/range';
import {
  choice,
  flag,
  integer,
  optionalRange,
  optionalText,
  readState,
  text,
  texts,
  timeRange,
  writeState,
} from './codec';

const schema = {
  query: text(),
  service: texts(),
  live: flag(),
  row: optionalText(),
  page: integer(1, 1, 1000),
  tab: choice(['records', 'templates'], 'records'),
  time: timeRange({ kind: 'last', text: '1h' }),
  before: optionalRange(),
};

const ranges = fc.oneof(
  fc
    .tuple(fc.integer({ min: 1, max: 9999 }), fc.constantFrom('s', 'm', 'h', 'd', 'w'))
    .map(([count, unit]): TimeRange => ({ kind: 'last', text: `${count}${unit}` })),
  fc
    .constantFrom('today' as const, 'yesterday' as const)
    .map((day): TimeRange => ({ kind: 'day', day })),
  fc
    .tuple(fc.integer({ min: 0, max: 4e12 }), fc.integer({ min: 1, max: 1e10 }))
    .map(([from, length]): TimeRange => ({ kind: 'absolute', from, to: from + length })),
);

const absolutes = ranges.filter((range) => range.kind === 'absolute');

const anything = fc.string({ unit: 'grapheme' });

test('every view comes back from its address', () => {
  fc.assert(
    fc.property(
      fc.record({
        query: anything,
        service: fc.array(anything),
        live: fc.boolean(),
        row: fc.option(anything),
        page: fc.integer({ min: 1, max: 1000 }),
        tab: fc.constantFrom('records' as const, 'templates' as const),
        time: ranges,
        before: fc.option(absolutes),
      }),
      (state) => {
        const address = writeState(schema, state);
        expect(readState(schema, address)).toEqual(state);
        // An address that is written again stays the same.
        expect(writeState(schema, readState(schema, address))).toBe(address);
      },
    ),
  );
});

test('no address is refused', () => {
  fc.assert(
    fc.property(anything, (search) => {
      const state = readState(schema, search);
      expect(readState(schema, writeState(schema, state))).toEqual(state);
    }),
  );
});

test('what is as always is left out, and times can be read', () => {
  const state = readState(schema, '');
  expect(writeState(schema, state)).toBe('');
  expect(writeState(schema, { ...state, time: { kind: 'absolute', from: 0, to: 1000 } })).toBe(
    'time=1970-01-01T00:00:00.000Z/1970-01-01T00:00:01.000Z',
  );
});

test('what others have in the address stays', () => {
  expect(writeState({ page: schema.page }, { page: 2 }, '?other=a&page=7')).toBe('page=2&other=a');
});

test('nonsense is the default', () => {
  expect(readState(schema, 'page=0&tab=x&live=yes&time=2h/1h')).toEqual(readState(schema, ''));
});
