import { now } from './clock';
import { currentZone, momentOf, wallOf } from './zone';

/**
 * A stretch of time. One that is told relative to now moves on with the clock; one of days of the
 * calendar is of the zone that is chosen; an absolute one stays, from `from` up to, but without, `to`,
 * in milliseconds since 1970.
 */
export type TimeRange =
  | { readonly kind: 'last'; readonly text: string }
  | { readonly kind: 'day'; readonly day: 'today' | 'yesterday' }
  | { readonly kind: 'absolute'; readonly from: number; readonly to: number };

export type AbsoluteRange = Extract<TimeRange, { kind: 'absolute' }>;

export const DEFAULT_RANGE: TimeRange = { kind: 'last', text: '1h' };

/* Times are counted in nanoseconds since 1970, of which 64 bits hold so many. */
const FIRST = 0;
const LAST = Date.UTC(2262, 0, 1);

/** Whether the server can be asked for all of `range`. */
export function isAskable(range: TimeRange): boolean {
  return range.kind !== 'absolute' || (range.from >= FIRST && range.to <= LAST);
}

const UNIT_MILLIS: Record<string, number> = {
  s: 1_000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
};

/** How long `15m`, `2h` or `7d` is, in milliseconds; null if it is no such length. */
export function lengthMillis(text: string): number | null {
  const match = /^(\d{1,6})([smhdw])$/.exec(text);
  if (!match) return null;
  const millis = Number(match[1]) * (UNIT_MILLIS[match[2] ?? ''] ?? 0);
  return millis > 0 ? millis : null;
}

export function lastRange(text: string): TimeRange | null {
  return lengthMillis(text) === null ? null : { kind: 'last', text };
}

export function absoluteRange(from: number, to: number): AbsoluteRange | null {
  return from < to ? { kind: 'absolute', from, to } : null;
}

/** The moments that `range` is between at the moment `now`. */
export function resolve(range: TimeRange, now: number): AbsoluteRange {
  switch (range.kind) {
    case 'absolute':
      return range;
    case 'last':
      return {
        kind: 'absolute',
        from: Math.max(now - (lengthMillis(range.text) ?? 0), FIRST),
        to: now,
      };
    case 'day': {
      const today = startOfDay(now, 0);
      return range.day === 'today'
        ? { kind: 'absolute', from: today, to: Math.max(now, today + 1) }
        : { kind: 'absolute', from: startOfDay(now, -1), to: today };
    }
  }
}

/** The range before (-1) or after (1) `range`, as long as it. What is beyond now can be asked for too. */
export function shift(range: TimeRange, direction: -1 | 1, now: number): AbsoluteRange {
  const { from, to } = resolve(range, now);
  const length = Math.min(to - from, LAST - FIRST);
  const start = Math.min(Math.max(from + direction * length, FIRST), LAST - length);
  return { kind: 'absolute', from: start, to: start + length };
}

/** The parameters by which the API selects the time of `range`. */
export function timeParameters(
  range: TimeRange,
  at: number = now(),
): { start_time: string; end_time?: string } {
  if (range.kind === 'last') return { start_time: serverLength(range.text) };
  const { from, to } = resolve(range, at);
  const start_time = new Date(from).toISOString();
  // Today goes on, so that the same question can be asked again.
  if (range.kind === 'day' && range.day === 'today') return { start_time };
  return { start_time, end_time: new Date(to).toISOString() };
}

/** What tells `range` from others among questions: a day is another one in another zone. */
export function timeKey(range: TimeRange): readonly unknown[] {
  return range.kind === 'day' ? [range, currentZone()] : [range];
}

export function sameRange(a: TimeRange, b: TimeRange): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** The API knows no weeks. */
function serverLength(text: string): string {
  const match = /^(\d+)w$/.exec(text);
  return match ? `${Number(match[1]) * 7}d` : text;
}

function startOfDay(now: number, days: number): number {
  const { year, month, day } = wallOf(now);
  return momentOf(year, month, day + days);
}
