import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readState, writeState } from '../../../lib/url/codec';
import { sharedAddress } from './sharing';
import { toggled, VIEW } from './view';

const names = fc.array(fc.string({ unit: 'binary' }));

const views = fc.record({
  query: fc.string({ unit: 'binary' }),
  service: names,
  level: names,
  filter: names,
  column: names,
  record: fc.option(fc.string()),
  tab: fc.constantFrom('closed', 'fields', 'json', 'context'),
  live: fc.boolean(),
  show: fc.constantFrom('records', 'templates'),
  time: fc.constantFrom({ kind: 'last', text: '2h' }, { kind: 'day', day: 'today' }),
});

test('comes back from the address as it was, whatever was typed', () => {
  fc.assert(
    fc.property(views, (view) => {
      expect(readState(VIEW, writeState(VIEW, view as never))).toEqual(view);
    }),
  );
});

test('is shared with a time that stays', () => {
  const view = { ...readState(VIEW, 'query=level+%3D+error&time=15m&live=1'), record: 'r1' };
  const range = { kind: 'absolute', from: 0, to: 60_000 } as const;
  const shared = readState(VIEW, new URL(sharedAddress(view, range)).search);
  expect(shared).toEqual({ ...view, time: range, live: false });
});

test('turns values on and off', () => {
  expect(toggled(['a'], 'b')).toEqual(['a', 'b']);
  expect(toggled(['a', 'b'], 'a')).toEqual(['b']);
});
