import { type QueryClient, type QueryKey, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';

const LOOK_EVERY_MILLIS = 1_000;
const SLOW_MILLIS = 6_000;

/** The questions of what is shown whose answers are long in coming, and since when the oldest is. */
export interface Slow {
  readonly keys: readonly QueryKey[];
  readonly seconds: number;
}

const NONE: Slow = { keys: [], seconds: 0 };

/** Watches for questions whose answers are long in coming. */
export function useSlow(): Slow {
  const client = useQueryClient();
  const [slow, setSlow] = useState(NONE);
  useEffect(() => {
    const since = new Map<string, number>();
    const timer = setInterval(() => setSlow(look(client, since)), LOOK_EVERY_MILLIS);
    return () => clearInterval(timer);
  }, [client]);
  return slow;
}

function look(client: QueryClient, since: Map<string, number>): Slow {
  const now = Date.now();
  const asked = client
    .getQueryCache()
    .findAll({ type: 'active', fetchStatus: 'fetching' })
    .map((query) => ({ hash: query.queryHash, key: query.queryKey }));
  const known = new Set(asked.map(({ hash }) => hash));
  for (const hash of since.keys()) if (!known.has(hash)) since.delete(hash);
  for (const { hash } of asked) if (!since.has(hash)) since.set(hash, now);
  const age = ({ hash }: { hash: string }) => now - (since.get(hash) ?? now);
  const late = asked.filter((each) => age(each) >= SLOW_MILLIS);
  if (late.length === 0) return NONE;
  return {
    keys: late.map(({ key }) => key),
    seconds: Math.round(Math.max(...late.map(age)) / 1000),
  };
}
