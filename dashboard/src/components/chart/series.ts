import type { components } from '../../lib/api/schema';
import { LEVELS, severityColor, severityOfName } from '../../lib/severity';

export type Histogram = components['schemas']['Histogram'];

/** One of the kinds that records are told apart by, over time. */
export interface Series {
  readonly name: string;
  readonly total: number;
  /** A CSS value. */
  readonly color: string;
  /** One for each bucket. */
  readonly values: readonly number[];
}

/** What a chart of bars shows: buckets that begin at `times`, in seconds since 1970. */
export interface Bars {
  readonly times: readonly number[];
  readonly intervalSeconds: number;
  readonly series: readonly Series[];
}

export const OTHERS = 'others';

/* Of those that are told apart by place and not by meaning; the last is for the others. */
const PALETTE = 8;

/** The bars of an answer, the worst severity or the most frequent kind first, so that it stands on the axis. */
export function barsOf(histogram: Histogram): Bars {
  const { buckets, groups, interval_seconds: intervalSeconds, by } = histogram;
  const isSeverity = by === 'severity';
  const ordered = isSeverity
    ? groups.toSorted((a, b) => badness(b.name) - badness(a.name))
    : groups.toSorted((a, b) => b.count - a.count);
  const kept = ordered.slice(0, isSeverity ? ordered.length : PALETTE);
  const series: Series[] = kept.map(({ name, count }, index) => ({
    name,
    total: count,
    color: isSeverity ? severityColor(severityOfName(name)) : `var(--series-${index + 1})`,
    values: buckets.map(({ counts }) => counts[name] ?? 0),
  }));
  const rest = histogram.total - kept.reduce((sum, { count }) => sum + count, 0);
  if (rest > 0) {
    series.push({
      name: groups.length === 0 ? 'records' : OTHERS,
      total: rest,
      color: groups.length === 0 ? 'var(--accent)' : 'var(--series-others)',
      values: buckets.map(
        ({ count }, at) => count - series.reduce((sum, { values }) => sum + (values[at] ?? 0), 0),
      ),
    });
  }
  return { times: buckets.map(({ time }) => Date.parse(time) / 1000), intervalSeconds, series };
}

/** The tops of bars that stand on each other, in order: each holds all before it. */
export function stacked(series: readonly { readonly values: readonly number[] }[]): number[][] {
  const tops: number[][] = [];
  for (const { values } of series) {
    const below = tops.at(-1);
    tops.push(values.map((value, at) => value + (below?.[at] ?? 0)));
  }
  return tops;
}

/** Whole buckets around what was brushed from `from` to `to`, in seconds; one at least. */
export function wholeBuckets(
  { times, intervalSeconds }: Bars,
  from: number,
  to: number,
): { from: number; to: number } | null {
  const origin = times[0];
  if (origin === undefined) return null;
  const floor = (time: number) =>
    origin + Math.floor((time - origin) / intervalSeconds) * intervalSeconds;
  const first = Math.max(floor(from), origin);
  const last = Math.min(floor(to), times.at(-1) ?? origin);
  return { from: first, to: Math.max(last, first) + intervalSeconds };
}

function badness(name: string): number {
  return LEVELS.findIndex((level) => level === severityOfName(name));
}
