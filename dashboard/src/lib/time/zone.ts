import { useSyncExternalStore } from 'react';

/** Which clock times are shown by: that of the browser, or UTC. */
export type Zone = 'browser' | 'utc';

const KEY = 'winnow-zone';

/** The zone of the browser, as `Europe/Berlin`. */
export const BROWSER_ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone;

let zone: Zone = remembered();
const listeners = new Set<() => void>();

function remembered(): Zone {
  try {
    return window.localStorage.getItem(KEY) === 'utc' ? 'utc' : 'browser';
  } catch {
    // Some browsers keep nothing for some pages.
    return 'browser';
  }
}

export function currentZone(): Zone {
  return zone;
}

/** Has times shown by another clock, now and when the page is opened again. */
export function chooseZone(next: Zone): void {
  zone = next;
  try {
    window.localStorage.setItem(KEY, next);
  } catch {
    // It holds as long as the page is open.
  }
  listeners.forEach((listener) => listener());
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

export function useZone(): Zone {
  return useSyncExternalStore(subscribe, currentZone);
}

/** The parts of a moment on the clock that is chosen. */
export interface Wall {
  readonly year: number;
  /** From 0, as everywhere in JavaScript. */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

export function wallOf(moment: number): Wall {
  const date = new Date(moment);
  // Read as UTC, a date that is moved by its offset tells the clock of its zone.
  const read = zone === 'utc' ? date : new Date(moment - date.getTimezoneOffset() * 60_000);
  return {
    year: read.getUTCFullYear(),
    month: read.getUTCMonth(),
    day: read.getUTCDate(),
    hour: read.getUTCHours(),
    minute: read.getUTCMinutes(),
    second: read.getUTCSeconds(),
  };
}

/** The moment at which the clock that is chosen shows this; parts beyond their end go on, as with dates. */
export function momentOf(
  year: number,
  month: number,
  day: number,
  hour = 0,
  minute = 0,
  second = 0,
  millis = 0,
): number {
  return zone === 'utc'
    ? Date.UTC(year, month, day, hour, minute, second, millis)
    : new Date(year, month, day, hour, minute, second, millis).getTime();
}

/** How many minutes the clock that is chosen is before UTC at a moment. */
export function offsetMinutes(moment: number): number {
  return zone === 'utc' ? 0 : -new Date(moment).getTimezoneOffset();
}
