import type { LogRecord } from './rows';

/** The records of a live tail, the newest first. Those that wait are shown when nobody reads further down. */
export interface LiveBuffer {
  readonly rows: readonly LogRecord[];
  readonly waiting: readonly LogRecord[];
  /** How many records the server left out. */
  readonly missed: number;
  /** Whether it also left out some that nobody counted. */
  readonly hasUncounted: boolean;
  /** How many came. */
  readonly arrived: number;
}

/** More records of a tail are not kept; all of them are stored. */
export const MOST_KEPT = 5000;

export const NOTHING_LIVE: LiveBuffer = {
  rows: [],
  waiting: [],
  missed: 0,
  hasUncounted: false,
  arrived: 0,
};

/** Adds records in the order in which they came. */
export function arrive(
  buffer: LiveBuffer,
  records: readonly LogRecord[],
  isPaused: boolean,
): LiveBuffer {
  if (records.length === 0) return buffer;
  const newest = records.slice(-MOST_KEPT).reverse();
  const arrived = buffer.arrived + records.length;
  return isPaused
    ? { ...buffer, arrived, waiting: kept([...newest, ...buffer.waiting]) }
    : { ...release(buffer), arrived, rows: kept([...newest, ...release(buffer).rows]) };
}

/** Shows what waits. */
export function release(buffer: LiveBuffer): LiveBuffer {
  if (buffer.waiting.length === 0) return buffer;
  return { ...buffer, rows: kept([...buffer.waiting, ...buffer.rows]), waiting: [] };
}

/** Puts records from before the tail began below its own, but for those that it has. */
export function precede(buffer: LiveBuffer, before: readonly LogRecord[]): LiveBuffer {
  const known = new Set([...buffer.rows, ...buffer.waiting].map(({ id }) => id));
  return { ...buffer, rows: kept([...buffer.rows, ...before.filter(({ id }) => !known.has(id))]) };
}

/** Notes that records are missing, as many as the server counted, if it did. */
export function miss(buffer: LiveBuffer, count: number | undefined): LiveBuffer {
  return count === undefined
    ? { ...buffer, hasUncounted: true }
    : { ...buffer, missed: buffer.missed + count };
}

function kept(records: readonly LogRecord[]): readonly LogRecord[] {
  return records.length > MOST_KEPT ? records.slice(0, MOST_KEPT) : records;
}
