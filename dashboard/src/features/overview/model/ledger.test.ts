import { expect, test } from 'vitest';
import { outcomes, unaccounted } from './ledger';

const ledger = {
  received: 100,
  accepted: 98,
  outcomes: { in_flight: 5, stored: 93, refused: 2, dropped: 0 },
  in_flight: { generator: 5 },
  entries: [],
};

test('tells what happened, the most frequent first', () => {
  expect(outcomes(ledger).map(({ name, records }) => [name, records])).toEqual([
    ['stored', 93],
    ['in_flight', 5],
    ['refused', 2],
  ]);
});

test('knows whether each record is accounted for', () => {
  expect(unaccounted(ledger)).toBe(0);
  expect(unaccounted({ ...ledger, received: 103 })).toBe(3);
});
