import { expect, test } from 'vitest';
import { failingServices, isAllKnown, stretch } from './failing';

/** Where each interval has as many records. */
const steady = (errors: number[]) =>
  stretch(
    errors,
    errors.map(() => 100),
  );

test('finds since when there is more', () => {
  expect(steady([1, 0, 2, 1, 0, 1, 9, 12, 11])).toEqual({ from: 6, to: 9 });
  expect(steady([0, 0, 0, 0, 20, 18])).toEqual({ from: 4, to: 6 });
});

test('finds when there was more', () => {
  expect(steady([2, 1, 20, 22, 19, 21, 1, 0, 1])).toEqual({ from: 2, to: 6 });
  expect(steady([20, 22, 19, 21, 1, 0, 1, 2, 0, 1])).toEqual({ from: 0, to: 4 });
});

test('takes no chance for more', () => {
  expect(steady([4, 6, 5, 5, 4, 7, 6, 5])).toBeNull();
  expect(steady([0, 0, 0, 1, 0, 2])).toBeNull();
  expect(steady([])).toBeNull();
  expect(steady([30])).toBeNull();
});

test('as many errors of fewer records are no rise', () => {
  expect(stretch([9, 11, 10, 10, 9, 12], [100, 100, 100, 9000, 9000, 9000])).toBeNull();
});

test('more errors of more records are no rise, and before the first record there is nothing', () => {
  expect(stretch([5, 4, 6, 50, 48, 52], [100, 100, 100, 1000, 1000, 1000])).toBeNull();
  expect(stretch([0, 0, 0, 20, 18, 22], [0, 0, 0, 500, 500, 500])).toBeNull();
});

function histogram(services: Record<string, number[]>) {
  const length = Math.max(0, ...Object.values(services).map((counts) => counts.length));
  const sum = (counts: number[]) => counts.reduce((a, b) => a + b, 0);
  return {
    start_time: '',
    end_time: '',
    interval_seconds: 60,
    by: 'service',
    others: 0,
    total: Object.values(services).reduce((total, counts) => total + sum(counts), 0),
    groups: Object.entries(services).map(([name, counts]) => ({ name, count: sum(counts) })),
    buckets: Array.from({ length }, (_, at) => ({
      time: new Date(at * 60_000).toISOString(),
      count: 0,
      counts: Object.fromEntries(
        Object.entries(services).map(([name, counts]) => [name, counts[at] ?? 0]),
      ),
    })),
  };
}

test('tells which service fails, how much, and since when', () => {
  const errors = histogram({ cart: [1, 1, 1, 1, 1], payments: [0, 0, 0, 30, 28, 5] });
  const all = histogram({ cart: [50], payments: [21, 21, 21, 31, 31, 1] });
  expect(failingServices(errors, all)).toEqual([
    {
      name: 'payments',
      errors: 63,
      share: 0.5,
      trend: [0, 0, 0, 30, 28, 5],
      standsOut: { is: 'rise', from: 180_000, to: null },
    },
    { name: 'cart', errors: 5, share: 0.1, trend: [1, 1, 1, 1, 1, 0], standsOut: null },
  ]);
});

test('who fails more than else comes before who always fails', () => {
  const errors = histogram({ api: [90, 91, 89, 90, 92, 88], cart: [0, 0, 0, 20, 21, 3] });
  const all = histogram({ api: Array<number>(6).fill(900), cart: Array<number>(6).fill(100) });
  expect(failingServices(errors, all).map(({ name }) => name)).toEqual(['cart', 'api']);
});

test('tells no share where the records are not known', () => {
  expect(failingServices(histogram({ cart: [3] }), histogram({ other: [1] }))[0]?.share).toBeNull();
});

test('who fails at least every other time stands out without a rise', () => {
  const errors = histogram({ api: [90, 91, 89], mail: [5, 5, 5], cart: [4, 4, 4] });
  const all = histogram({ api: [900, 900, 900], mail: [5, 6, 5], cart: [9, 9, 9] });
  expect(failingServices(errors, all).map(({ name, standsOut }) => [name, standsOut])).toEqual([
    ['mail', { is: 'throughout' }],
    ['api', null],
    ['cart', null],
  ]);
});

test('all is known only where each service that fails is told apart', () => {
  const errors = histogram({ cart: [3] });
  const loud = { ...histogram({ api: [900] }), others: 50 };
  expect(isAllKnown(errors, histogram({ api: [900], cart: [9] }))).toBe(true);
  expect(isAllKnown(errors, { ...histogram({ api: [900], cart: [9] }), others: 50 })).toBe(true);
  expect(isAllKnown(errors, loud)).toBe(false);
  expect(isAllKnown(histogram({}), loud)).toBe(true);
  expect(isAllKnown({ ...histogram({ api: [3] }), others: 1 }, loud)).toBe(false);
});
