import { expect, test } from 'vitest';
import { askedRange, searchOf, selectionOf } from './selection';

const MOMENT = Date.UTC(2026, 10, 22, 5, 17, 50);

test('asks for whole minutes up to now', () => {
  expect(askedRange({ kind: 'last', text: '1h' }, MOMENT)).toEqual({
    kind: 'absolute',
    from: Date.UTC(2026, 10, 22, 4, 17),
    to: Date.UTC(2026, 10, 22, 5, 18),
  });
});

test('keeps a short or given time exactly', () => {
  const given = { kind: 'absolute', from: 17, to: 4711 } as const;
  expect(askedRange(given, MOMENT)).toBe(given);
  expect(askedRange({ kind: 'last', text: '30s' }, MOMENT).from).toBe(MOMENT - 30_000);
});

test('sends only what selects', () => {
  const range = { kind: 'absolute', from: 0, to: 1000 } as const;
  const nothing = { query: '  ', filter: [], service: [], level: [] };
  expect(selectionOf(nothing, range)).toEqual({
    start_time: '1970-01-01T00:00:00.000Z',
    end_time: '1970-01-01T00:00:01.000Z',
  });
  const some = { ...nothing, service: ['a&b', 'c'], level: ['ERROR'], filter: ['x = 1'] };
  expect(searchOf(selectionOf(some, range), { format: 'csv' })).toBe(
    'query=x+%3D+1&service=a%26b&service=c&level=error' +
      '&start_time=1970-01-01T00%3A00%3A00.000Z&end_time=1970-01-01T00%3A00%3A01.000Z&format=csv',
  );
});
