import { parseStamp } from '../time/parse';
import { absoluteRange, type AbsoluteRange, lastRange, type TimeRange } from '../time/range';

/** How a value stands in the query string: as the values of one parameter; none, for the default. */
export interface Codec<T> {
  /** The value that `texts` tells; the default, if it tells none, as addresses are edited by hand. */
  read(texts: readonly string[]): T;
  write(value: T): string[];
}

/** How a view stands in the query string: its parts, by the name of the parameter. */
export type Schema = Record<string, Codec<unknown>>;
export type StateOf<S extends Schema> = { [K in keyof S]: S[K] extends Codec<infer T> ? T : never };

function single<T>(
  fallback: T,
  read: (text: string) => T | null,
  write: (value: T) => string,
): Codec<T> {
  return {
    read: ([text]) => (text === undefined ? fallback : (read(text) ?? fallback)),
    write: (value) => {
      const text = write(value);
      return text === write(fallback) ? [] : [text];
    },
  };
}

export function text(fallback = ''): Codec<string> {
  return single(
    fallback,
    (value) => value,
    (value) => value,
  );
}

export function optionalText(): Codec<string | null> {
  return { read: ([value]) => value ?? null, write: (value) => (value === null ? [] : [value]) };
}

export function flag(fallback = false): Codec<boolean> {
  return single(
    fallback,
    (value) => (value === '1' ? true : value === '0' ? false : null),
    (value) => (value ? '1' : '0'),
  );
}

export function integer(fallback: number, least: number, most: number): Codec<number> {
  return single(
    fallback,
    (value) => {
      const number = /^-?\d{1,15}$/.test(value) ? Number(value) : NaN;
      return number >= least && number <= most ? number : null;
    },
    String,
  );
}

export function choice<T extends string>(choices: readonly T[], fallback: T): Codec<T> {
  return single<T>(
    fallback,
    (value) => choices.find((known) => known === value) ?? null,
    (value) => value,
  );
}

/** Any number of texts, in order. An empty list is the absence of the parameter. */
export function texts(): Codec<readonly string[]> {
  return { read: (values) => values, write: (values) => [...values] };
}

/** `2h`, `today`, or an interval of ISO 8601: `2026-11-22T05:00:00.000Z/2026-11-22T06:00:00.000Z`. */
export function timeRange(fallback: TimeRange): Codec<TimeRange> {
  return single(fallback, readRange, writeRange);
}

/** An absolute range, or none. */
export function optionalRange(): Codec<AbsoluteRange | null> {
  return {
    read: ([value]) => {
      const range = value === undefined ? null : readRange(value);
      return range?.kind === 'absolute' ? range : null;
    },
    write: (range) => (range === null ? [] : [writeRange(range)]),
  };
}

export function writeRange(range: TimeRange): string {
  switch (range.kind) {
    case 'last':
      return range.text;
    case 'day':
      return range.day;
    case 'absolute':
      return `${new Date(range.from).toISOString()}/${new Date(range.to).toISOString()}`;
  }
}

function readRange(value: string): TimeRange | null {
  if (value === 'today' || value === 'yesterday') return { kind: 'day', day: value };
  if (!value.includes('/')) return lastRange(value);
  const [from = NaN, to = NaN] = value.split('/', 2).map((stamp) => parseStamp(stamp) ?? NaN);
  return absoluteRange(Math.min(from, to), Math.max(from, to));
}

export function readState<S extends Schema>(schema: S, search: string): StateOf<S> {
  const parameters = new URLSearchParams(search);
  return Object.fromEntries(
    Object.entries(schema).map(([name, codec]) => [name, codec.read(parameters.getAll(name))]),
  ) as StateOf<S>;
}

/** The query string of `state`, without `?`. What `search` holds beside the schema stays behind it. */
export function writeState<S extends Schema>(schema: S, state: StateOf<S>, search = ''): string {
  const parameters = new URLSearchParams();
  for (const [name, codec] of Object.entries(schema)) {
    for (const value of codec.write(state[name])) parameters.append(name, value);
  }
  for (const [name, value] of new URLSearchParams(search)) {
    if (!(name in schema)) parameters.append(name, value);
  }
  // What need not be escaped in a query is easier to read as it is.
  return parameters.toString().replace(/%(2F|3A|2C)/g, (escaped) => decodeURIComponent(escaped));
}
