import type { components } from '../../../lib/api/schema';
import { isBad, type Severity, severityOfNumber } from '../../../lib/severity';
import { formatClock, formatTimestamp } from '../../../lib/time/format';
import { currentZone, type Zone } from '../../../lib/time/zone';
import { fieldValue, textOf } from './fields';

export type LogRecord = components['schemas']['LogRecord'];

/** More of a message does not fit into a line. */
const LONGEST_MESSAGE = 400;

/** What a line shows of a record. */
export interface Row {
  readonly record: LogRecord;
  readonly severity: Severity;
  readonly clock: string;
  readonly date: string;
  readonly service: string;
  readonly message: string;
}

const made: Record<Zone, WeakMap<LogRecord, Row>> = {
  browser: new WeakMap(),
  utc: new WeakMap(),
};

/** The row of a record, made once, as lists are scrolled through. */
export function rowOf(record: LogRecord): Row {
  const known = made[currentZone()];
  const before = known.get(record);
  if (before) return before;
  const row: Row = {
    record,
    severity: severityOfNumber(record.severity_number),
    clock: formatClock(record.timestamp),
    date: formatTimestamp(record.timestamp).slice(5, 10),
    service: record.service ?? '',
    message: cut(record.message === '' ? textOf(record.body) : record.message, LONGEST_MESSAGE),
  };
  known.set(record, row);
  return row;
}

/** The value of a column of a row. */
export function cellText(record: LogRecord, field: string): string {
  return cut(textOf(fieldValue(record, field)), 120);
}

/** The beginning of `text`, which does not end within a character. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const end = text.charCodeAt(most - 1) >>> 10 === 0x36 ? most - 1 : most;
  return `${text.slice(0, end)}\u2026`;
}

export function isError(record: LogRecord): boolean {
  return isBad(record.severity_number);
}

/** The next row with an error from `at` on, in a direction; -1 if there is none. */
export function nextError(records: readonly LogRecord[], at: number, step: 1 | -1): number {
  for (let index = at + step; index >= 0 && index < records.length; index += step) {
    const record = records[index];
    if (record && isError(record)) return index;
  }
  return -1;
}
