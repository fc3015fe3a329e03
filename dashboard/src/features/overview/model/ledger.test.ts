import { expect, test } from 'vitest';
import { outcomes, receivers, unaccounted } from './ledger';

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

test('tells by which way records came, and why some are not kept', () => {
  const entry = (receiver: string, outcome: string, reason: string, records: number) => ({
    receiver,
    service: 'any',
    outcome,
    reason,
    records,
  });
  const entries = [
    entry('otlp', 'stored', 'no_policy', 40),
    entry('loki', 'stored', 'no_policy', 50),
    entry('loki', 'refused', 'rate_limit', 2),
    entry('loki', 'refused', 'rate_limit', 3),
  ];
  expect(receivers({ ...ledger, entries })).toEqual([
    { name: 'loki', records: 55, exceptions: [{ what: 'refused: rate limit', records: 5 }] },
    { name: 'otlp', records: 40, exceptions: [] },
  ]);
});
