import type { components } from '../../../lib/api/schema';

type Histogram = components['schemas']['Histogram'];

/** A service that says that something failed. */
export interface FailingService {
  readonly name: string;
  readonly errors: number;
  /** Of its records; null if how many it has is not known. */
  readonly share: number | null;
  readonly trend: readonly number[];
  /** When it failed much more than else; null if it did not. */
  readonly rise: Rise | null;
}

/** Two moments; the second is null if it lasts. */
export interface Rise {
  readonly from: number;
  readonly to: number | null;
}

/** Services by their errors, the most first. `all` counts what they said altogether. */
export function failingServices(errors: Histogram, all: Histogram): FailingService[] {
  const totals = new Map(all.groups.map(({ name, count }) => [name, count]));
  const said = new Map(all.buckets.map(({ time, counts }) => [time, counts]));
  return errors.groups
    .map(({ name, count }) => {
      const trend = errors.buckets.map(({ counts }) => counts[name] ?? 0);
      const total = totals.get(name);
      return {
        name,
        errors: count,
        share: total === undefined || total < count ? null : count / total,
        trend,
        rise: riseOf(trend, errors.buckets, (time) => said.get(time)?.[name] ?? 0),
      };
    })
    .sort((a, b) => b.errors - a.errors);
}

function riseOf(
  trend: readonly number[],
  buckets: Histogram['buckets'],
  records: (time: string) => number,
): Rise | null {
  // The last interval is not over, so it would look like an end.
  const counts = trend.slice(0, -1);
  const found = stretch(
    counts,
    counts.map((count, at) => Math.max(count, records(buckets[at]?.time ?? ''))),
  );
  const from = found && buckets[found.from];
  if (!from) return null;
  const to = found.to < trend.length - 1 ? buckets[found.to] : undefined;
  return { from: Date.parse(from.time), to: to ? Date.parse(to.time) : null };
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
