import type { components } from '../../../lib/api/schema';
import { LEVELS, type Severity, severityOfNumber } from '../../../lib/severity';

export type LogRecord = components['schemas']['LogRecord'];

/** A record and when it was made, in milliseconds after the first of its trace. */
export interface Entry {
  readonly record: LogRecord;
  readonly offset: number;
}

/** The time between the first and the last record of something. */
export interface Stretch {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/** What one service said in a trace. */
export interface Lane extends Stretch {
  readonly entries: readonly Entry[];
  readonly spans: readonly Stretch[];
  readonly worst: Severity;
}

/** A trace, as far as its records tell of it. */
export interface Trace {
  readonly entries: readonly Entry[];
  /** The services, in the order in which they first said something. */
  readonly lanes: readonly Lane[];
  readonly millis: number;
}

/** The trace that records, the oldest first, are of. */
export function traceOf(records: readonly LogRecord[]): Trace {
  const [first] = records;
  const entries = records.map((record) => ({
    record,
    offset: first ? millisBetween(first.timestamp, record.timestamp) : 0,
  }));
  const lanes = [...groupsBy(entries, ({ record }) => record.service ?? '')].map(
    ([name, said]): Lane => ({
      ...stretchOf(name, said),
      entries: said,
      spans: [...groupsBy(said, ({ record }) => record.span_id ?? '')]
        .filter(([span]) => span !== '')
        .map(([span, inside]) => stretchOf(span, inside)),
      worst: worstOf(said),
    }),
  );
  return { entries, lanes, millis: entries.at(-1)?.offset ?? 0 };
}

/** How far an offset is along a trace, from 0 to 1. */
export function place(offset: number, millis: number): number {
  return millis > 0 ? offset / millis : 0;
}

/** `850 µs`, `12.3 ms`, `4.21 s` */
export function formatOffset(millis: number): string {
  if (millis === 0) return '0';
  // What would be rounded up to 1000 is told by the next unit.
  if (millis < 0.9995) return `${Math.round(millis * 1000)} \u00b5s`;
  if (millis < 999.5) return `${Number(millis.toPrecision(3))} ms`;
  return `${Number((millis / 1000).toPrecision(4))} s`;
}

function groupsBy(
  entries: readonly Entry[],
  nameOf: (entry: Entry) => string,
): Map<string, Entry[]> {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const name = nameOf(entry);
    const group = groups.get(name);
    if (group) group.push(entry);
    else groups.set(name, [entry]);
  }
  return groups;
}

function stretchOf(name: string, entries: readonly Entry[]): Stretch {
  return { name, from: entries[0]?.offset ?? 0, to: entries.at(-1)?.offset ?? 0 };
}

function worstOf(entries: readonly Entry[]): Severity {
  const severities = entries.map(({ record }) => severityOfNumber(record.severity_number));
  return LEVELS.findLast((level) => severities.includes(level)) ?? 'UNSPECIFIED';
}

/** Timestamps of the API have nine digits of a second, of which a Date keeps three. */
function millisBetween(from: string, to: string): number {
  const rest = (stamp: string) => Number(stamp.slice(23, 29)) / 1_000_000;
  return Date.parse(to) - Date.parse(from) + rest(to) - rest(from);
}
