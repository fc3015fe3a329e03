import { now } from './clock';
import { absoluteRange, lastRange, type TimeRange } from './range';
import { momentOf, wallOf } from './zone';

/*
 * What people type or paste: `15m`, `last 2 h`, `today`, two times with anything between them that
 * is no part of a time (`2026-11-22T05:00:00Z .. 2026-11-22 06:00`), or one time, which is up to now.
 * A time without zone is of the one that is chosen.
 */
const STAMP =
  /\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?:\s?(?:Z|(?:UTC)?[+-]\d{2}:?\d{2}|UTC))?)?/gi;

const UNITS: Record<string, string> = {
  s: 's',
  sec: 's',
  second: 's',
  seconds: 's',
  m: 'm',
  min: 'm',
  mins: 'm',
  minute: 'm',
  minutes: 'm',
  h: 'h',
  hr: 'h',
  hour: 'h',
  hours: 'h',
  d: 'd',
  day: 'd',
  days: 'd',
  w: 'w',
  week: 'w',
  weeks: 'w',
};

/** The range that `text` means at the moment `now`; null if it means none. */
export function parseRange(text: string, at: number = now()): TimeRange | null {
  const trimmed = text.trim().toLowerCase();
  if (trimmed === 'today' || trimmed === 'yesterday') return { kind: 'day', day: trimmed };
  const length = /^(?:last\s+|-)?(\d{1,6})\s*([a-z]+)(?:\s+ago)?$/.exec(trimmed);
  if (length) {
    const unit = UNITS[length[2] ?? ''];
    return unit === undefined ? null : lastRange(`${Number(length[1])}${unit}`);
  }
  const stamps: readonly string[] = text.match(STAMP) ?? [];
  const [from, to] = stamps.map(parseStamp);
  if (from == null || stamps.length > 2) return null;
  if (stamps.length === 1) {
    const isWholeDay = /^\d{4}-\d{2}-\d{2}$/.test(stamps[0] ?? '');
    return absoluteRange(from, isWholeDay ? nextDay(from) : at);
  }
  // Whoever pasted the later one first meant the same.
  return to == null ? null : absoluteRange(Math.min(from, to), Math.max(from, to));
}

/** The moment that `text` tells, in milliseconds since 1970; null if it tells none. */
export function parseStamp(text: string): number | null {
  const match =
    /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d+))?)?(?:\s?(Z|(?:UTC)?[+-]\d{2}:?\d{2}|UTC))?)?$/i.exec(
      text.trim(),
    );
  if (!match) return null;
  const [, year, month, day, hour = '0', minute = '0', second = '0', fraction = '', zone] = match;
  const parts = [year, month, day, hour, minute, second].map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const millis = Math.floor(Number(`0.${fraction || '0'}`) * 1000);
  const [y, mo, d, h, mi, s] = parts;
  if (h > 23 || mi > 59 || s > 59) return null;
  const utc = new Date(Date.UTC(y, mo - 1, d, h, mi, s, millis));
  // A day that does not exist, such as the 31st of February, would become another.
  if (utc.getUTCMonth() !== mo - 1 || utc.getUTCDate() !== d) return null;
  if (zone === undefined) return momentOf(y, mo - 1, d, h, mi, s, millis);
  return utc.getTime() - zoneMillis(zone);
}

function zoneMillis(zone: string): number {
  const match = /([+-])(\d{2}):?(\d{2})$/.exec(zone);
  if (!match) return 0;
  const minutes = Number(match[2]) * 60 + Number(match[3]);
  return (match[1] === '-' ? -1 : 1) * minutes * 60_000;
}

function nextDay(from: number): number {
  const { year, month, day } = wallOf(from);
  return momentOf(year, month, day + 1);
}
