import { now } from './clock';
import type { TimeRange } from './range';
import { offsetMinutes, wallOf } from './zone';

const two = (value: number) => String(value).padStart(2, '0');

function dateText(moment: number): string {
  const { year, month, day } = wallOf(moment);
  return `${year}-${two(month + 1)}-${two(day)}`;
}

function clockText(moment: number): string {
  const { hour, minute, second } = wallOf(moment);
  return `${two(hour)}:${two(minute)}:${two(second)}`;
}

/** The offset of the chosen zone at `moment`, as `UTC+01:00`. */
export function zoneOffset(moment: number = Date.now()): string {
  const minutes = offsetMinutes(moment);
  const size = Math.abs(minutes);
  return minutes === 0
    ? 'UTC'
    : `UTC${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

/** `2026-11-22 05:17:50`, in the chosen zone. */
export function formatMoment(moment: number): string {
  return `${dateText(moment)} ${clockText(moment)}`;
}

/** `05:17:50.183`, of a timestamp of the API, in the chosen zone. */
export function formatClock(timestamp: string): string {
  const moment = Date.parse(timestamp);
  return Number.isNaN(moment)
    ? timestamp
    : `${clockText(moment)}.${fraction(timestamp).slice(0, 3)}`;
}

/** `2026-11-22 05:17:50.183078209 UTC+01:00`: all that a timestamp of the API tells. */
export function formatTimestamp(timestamp: string): string {
  const moment = Date.parse(timestamp);
  if (Number.isNaN(moment)) return timestamp;
  const digits = fraction(timestamp).replace(/(?:000)+$/, '');
  return `${formatMoment(moment)}${digits ? `.${digits}` : ''} ${zoneOffset(moment)}`;
}

/** `3 min ago`, `in 2 h`, of a timestamp of the API. */
export function formatAge(timestamp: string, at: number = now()): string {
  const moment = Date.parse(timestamp);
  if (Number.isNaN(moment)) return timestamp;
  const seconds = Math.round((at - moment) / 1000);
  const text = roughLength(Math.abs(seconds));
  if (Math.abs(seconds) < 5) return 'just now';
  return seconds < 0 ? `in ${text}` : `${text} ago`;
}

/** What `range` is called: `last 15 min`, `today`, or from when to when. */
export function formatRange(range: TimeRange): string {
  if (range.kind === 'day') return range.day;
  if (range.kind === 'last') {
    const count = parseInt(range.text, 10);
    const unit = {
      s: 's',
      m: 'min',
      h: 'h',
      d: count === 1 ? 'day' : 'days',
      w: count === 1 ? 'week' : 'weeks',
    }[range.text.slice(-1)];
    return `last ${count} ${unit ?? ''}`;
  }
  const isOneDay = dateText(range.from) === dateText(range.to);
  const to = isOneDay ? clockText(range.to) : formatMoment(range.to);
  return `${formatMoment(range.from)} \u2013 ${to}`;
}

/** The nine digits behind the second. */
function fraction(timestamp: string): string {
  return (/\.(\d+)/.exec(timestamp)?.[1] ?? '').padEnd(9, '0').slice(0, 9);
}

function roughLength(seconds: number): string {
  if (seconds < 60) return `${seconds} s`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min`;
  if (seconds < 86_400 * 2) return `${Math.floor(seconds / 3600)} h`;
  return `${Math.floor(seconds / 86_400)} days`;
}
