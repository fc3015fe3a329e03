import { useSyncExternalStore } from 'react';

/*
 * Ranges such as the last hour end now, and now is what the server's clock says: it stamps the records. What
 * it says comes with its answers, to a second, and is as old as an answer is on its way.
 */
const TRUSTED_MILLIS = 5_000;
const STEP_MILLIS = 2_000;
const LONGEST_WAY_MILLIS = 10_000;

let skew = 0;
const listeners = new Set<() => void>();

/** The moment it is for the server. */
export function now(): number {
  return Date.now() + skew;
}

/** How far the server's clock is before that of this computer; 0 where they are about the same. */
export function currentSkew(): number {
  return skew;
}

/** Takes note of the `Date` of an answer. */
export function noteDate(date: string | null, asked: number, answered: number): void {
  const told = Date.parse(date ?? '');
  if (Number.isNaN(told) || answered - asked > LONGEST_WAY_MILLIS) return;
  // A date without fractions is half a second later on average.
  const measured = told + 500 - (asked + answered) / 2;
  const next = Math.abs(measured) < TRUSTED_MILLIS ? 0 : measured;
  if (next !== 0 && Math.abs(next - skew) < STEP_MILLIS) return;
  if (next === skew) return;
  skew = next;
  listeners.forEach((listener) => listener());
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

export function useSkew(): number {
  return useSyncExternalStore(subscribe, currentSkew);
}
