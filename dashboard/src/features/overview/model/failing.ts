import type { components } from '../../../lib/api/schema';

type Histogram = components['schemas']['Histogram'];

/** What a record that tells of a failure meets. */
export const FAILED = 'level >= error';

/** A service that says that something failed. */
export interface FailingService {
  readonly name: string;
  readonly errors: number;
  /** Of its records; null if how many it has is not known. */
  readonly share: number | null;
  readonly trend: readonly number[];
  /** Why it is worth a look; null if it is not known to be. */
  readonly standsOut: StandsOut | null;
}

/** That it failed much more than else between two moments, the second null if it lasts; or mostly, all the time. */
export type StandsOut =
  | { readonly is: 'rise'; readonly from: number; readonly to: number | null }
  | { readonly is: 'throughout' };

const THROUGHOUT_SHARE = 0.5;
/* One record that is an error is no news. */
const LEAST_THROUGHOUT = 10;

/**
 * Services by their errors, the most first; those that stand out before all others. `all` counts what they
 * said altogether.
 */
export function failingServices(errors: Histogram, all: Histogram): FailingService[] {
  const totals = new Map(all.groups.map(({ name, count }) => [name, count]));
  const said = new Map(all.buckets.map(({ time, counts }) => [time, counts]));
  return errors.groups
    .map(({ name, count }) => {
      const trend = errors.buckets.map(({ counts }) => counts[name] ?? 0);
      const total = totals.get(name);
      const share = total === undefined || total < count ? null : count / total;
      const rise = riseOf(trend, errors.buckets, (time) => said.get(time)?.[name] ?? 0);
      const isThroughout = share !== null && share >= THROUGHOUT_SHARE && count >= LEAST_THROUGHOUT;
      const standsOut = rise ?? (isThroughout ? { is: 'throughout' as const } : null);
      return { name, errors: count, share, trend, standsOut };
    })
    .sort(
      (a, b) => Number(b.standsOut !== null) - Number(a.standsOut !== null) || b.errors - a.errors,
    );
}

/**
 * Whether it is known of every service that fails how much it said. A histogram tells only the most frequent
 * groups apart: a service beyond these may fail more than before and not be seen to.
 */
export function isAllKnown(errors: Histogram, all: Histogram): boolean {
  const known = new Set(all.groups.map(({ name }) => name));
  return (
    all.others === 0 || (errors.others === 0 && errors.groups.every(({ name }) => known.has(name)))
  );
}

function riseOf(
  trend: readonly number[],
  buckets: Histogram['buckets'],
  records: (time: string) => number,
): StandsOut | null {
  // The last interval is not over, so it would look like an end.
  const counts = trend.slice(0, -1);
  const found = stretch(
    counts,
    counts.map((count, at) => Math.max(count, records(buckets[at]?.time ?? ''))),
  );
  const from = found && buckets[found.from];
  if (!from) return null;
  const to = found.to < trend.length - 1 ? buckets[found.to] : undefined;
  return { is: 'rise', from: Date.parse(from.time), to: to ? Date.parse(to.time) : null };
}

/*
 * The stretch of time under which errors are likeliest if their share of the records is one in it and
 * another outside, as counts of Poisson; if the share, and the errors of an interval, are at least twice the others,
 * and the gain is beyond chance (10 in log likelihood: some one in a hundred thousand for a given stretch, of which there
 * are two thousand at most).
 */
const LEAST_GAIN = 10;
const LEAST_RATIO = 2;

/** From which interval up to which, exclusive, more of the records are errors; null if it is nowhere so. */
export function stretch(
  errors: readonly number[],
  records: readonly number[],
): { from: number; to: number } | null {
  const allErrors = sum(errors);
  const allRecords = sum(records);
  const whole = likelihood(allErrors, allRecords);
  let best: { from: number; to: number } | null = null;
  let gain = LEAST_GAIN;
  for (let from = 0; from < errors.length; from++) {
    let failed = 0;
    let said = 0;
    for (let to = from + 1; to <= errors.length; to++) {
      failed += errors[to - 1] ?? 0;
      said += records[to - 1] ?? 0;
      if (said === 0 || said === allRecords) continue;
      const isMore =
        failed / (to - from) >=
        (LEAST_RATIO * (allErrors - failed)) / (errors.length - (to - from));
      const isHigher = failed / said >= LEAST_RATIO * ((allErrors - failed) / (allRecords - said));
      const found =
        likelihood(failed, said) + likelihood(allErrors - failed, allRecords - said) - whole;
      if (isMore && isHigher && found > gain) {
        best = { from, to };
        gain = found;
      }
    }
  }
  return best;
}

function likelihood(errors: number, records: number): number {
  return errors === 0 ? 0 : errors * Math.log(errors / records);
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
