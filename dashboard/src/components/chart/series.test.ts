import { expect, test } from 'vitest';
import { barsOf, type Histogram, stacked, wholeBuckets } from './series';

function histogram(
  by: string | null,
  names: readonly string[],
  buckets: readonly (readonly number[])[],
  others: number[] = [],
): Histogram {
  const answered = buckets.map((counts, at) => ({
    time: new Date(at * 60_000).toISOString(),
    count: counts.reduce((sum, count) => sum + count, others[at] ?? 0),
    counts: Object.fromEntries(
      counts.map((count, index) => [names[index] ?? '', count]).filter(([, count]) => count !== 0),
    ) as Record<string, number>,
  }));
  return {
    start_time: '1970-01-01T00:00:00Z',
    end_time: '1970-01-01T00:10:00Z',
    interval_seconds: 60,
    by,
    total: answered.reduce((sum, { count }) => sum + count, 0),
    groups: names.map((name, index) => ({
      name,
      count: buckets.reduce((sum, counts) => sum + (counts[index] ?? 0), 0),
    })),
    others: others.reduce((sum, count) => sum + count, 0),
    buckets: answered,
  };
}

test('the worst severity stands on the axis', () => {
  const bars = barsOf(
    histogram(
      'severity',
      ['INFO', 'UNSPECIFIED', 'FATAL', 'ERROR'],
      [
        [5, 2, 0, 1],
        [6, 0, 1, 0],
      ],
    ),
  );
  expect(bars.series.map(({ name, values }) => [name, values])).toEqual([
    ['FATAL', [0, 1]],
    ['ERROR', [1, 0]],
    ['INFO', [5, 6]],
    ['UNSPECIFIED', [2, 0]],
  ]);
});

test('no record is left out of the bars', () => {
  const names = Array.from({ length: 12 }, (_, index) => `service ${index}`);
  const bars = barsOf(histogram('service', names, [names.map((_, index) => index + 1)], [7]));
  expect(bars.series.map(({ name }) => name)).toEqual([
    ...[
      'service 11',
      'service 10',
      'service 9',
      'service 8',
      'service 7',
      'service 6',
      'service 5',
      'service 4',
    ],
    'others',
  ]);
  expect(stacked(bars.series).at(-1)).toEqual([78 + 7]);
  expect(bars.series.at(-1)?.total).toBe(1 + 2 + 3 + 4 + 7);
});

test('records that are not told apart are one series', () => {
  const bars = barsOf(histogram(null, [], [[], []], [3, 4]));
  expect(bars.series.map(({ name, values }) => [name, values])).toEqual([['records', [3, 4]]]);
});

test('a brush takes whole buckets, and one at least', () => {
  const bars = { times: [0, 60, 120, 180], intervalSeconds: 60, series: [] };
  expect(wholeBuckets(bars, 70, 130)).toEqual({ from: 60, to: 180 });
  expect(wholeBuckets(bars, 70, 71)).toEqual({ from: 60, to: 120 });
  expect(wholeBuckets(bars, -50, 999)).toEqual({ from: 0, to: 240 });
  expect(wholeBuckets({ ...bars, times: [] }, 0, 1)).toBeNull();
});
