import { expect, test } from 'vitest';
import { readState, writeState } from '../../../lib/url/codec';
import { filtersOf, movesOn, VIEW } from './view';

test('an address tells all of a view', () => {
  const address =
    'time=2h&service=api&service=a%26b&level=error&find=no+order&sort=rare&all=1&row=0a&view=changes' +
    '&before=1970-01-01T00:00:00.000Z/1970-01-01T00:01:00.000Z';
  expect(writeState(VIEW, readState(VIEW, address))).toBe(address);
});

test('no filter is asked for that was not chosen, or that there is not', () => {
  expect(filtersOf({ service: [], level: ['loud'] })).toEqual({});
  expect(filtersOf({ service: ['api'], level: [] })).toEqual({ service: ['api'] });
});

test('only what ends now moves on', () => {
  expect(movesOn({ time: { kind: 'last', text: '1h' } })).toBe(true);
  expect(movesOn({ time: { kind: 'day', day: 'yesterday' } })).toBe(false);
  expect(movesOn({ time: { kind: 'absolute', from: 0, to: 1 } })).toBe(false);
});
