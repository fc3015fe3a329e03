import type { LogRecord } from './rows';

/** The records of a live tail, the newest first. Those that wait are shown when nobody reads further down. */
export interface LiveBuffer {
  readonly rows: readonly LogRecord[];
  readonly waiting: readonly LogRecord[];
  /** How many records the server left out. */
  readonly missed: number;
  /** How many came and gave way here before anybody could see them. */
  readonly unseen: number;
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
  unseen: 0,
  hasUncounted: false,
  arrived: 0,
};

/** Adds records in the order in which they came. */
export function arrive(
  buffer: LiveBuffer,
  records: readonly LogRecord[],
  isPaused: boolean,
): LiveBuffer {
  if (records.length === 0) return isPaused ? buffer : release(buffer);
  const newest = records.slice(-MOST_KEPT).reverse();
  const arrived = buffer.arrived + records.length;
  const hidden = records.length + (isPaused ? buffer.waiting.length : 0);
  const unseen = buffer.unseen + Math.max(hidden - MOST_KEPT, 0);
  return isPaused
    ? { ...buffer, arrived, unseen, waiting: kept([...newest, ...buffer.waiting]) }
    : { ...release(buffer), arrived, unseen, rows: kept([...newest, ...release(buffer).rows]) };
}

/**
 * Records that came since the page was drawn last. While a tab sleeps that can be long ago, so the oldest
 * give way.
 */
export class Inbox {
  #came: LogRecord[] = [];
  #dropped = 0;

  add(record: LogRecord): void {
    this.#came.push(record);
    if (this.#came.length < 2 * MOST_KEPT) return;
    this.#came = this.#came.slice(-MOST_KEPT);
    this.#dropped += MOST_KEPT;
  }

  /** Moves all into `buffer`. */
  empty(buffer: LiveBuffer, isPaused: boolean): LiveBuffer {
    const dropped = this.#dropped;
    const counted = {
      ...buffer,
      unseen: buffer.unseen + dropped,
      arrived: buffer.arrived + dropped,
    };
    return arrive(dropped > 0 ? counted : buffer, this.#came, isPaused);
  }

  get isEmpty(): boolean {
    return this.#came.length === 0;
  }
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
