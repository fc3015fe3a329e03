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
  // Page after page is a question each.
  const asked = client
    .getQueryCache()
    .findAll({ type: 'active', fetchStatus: 'fetching' })
    .map((query) => ({
      id: `${query.queryHash} ${query.state.dataUpdatedAt}`,
      key: query.queryKey,
    }));
  const known = new Set(asked.map(({ id }) => id));
  for (const id of since.keys()) if (!known.has(id)) since.delete(id);
  for (const { id } of asked) if (!since.has(id)) since.set(id, now);
  const age = ({ id }: { id: string }) => now - (since.get(id) ?? now);
  const late = asked.filter((each) => age(each) >= SLOW_MILLIS);
  if (late.length === 0) return NONE;
  return {
    keys: late.map(({ key }) => key),
    seconds: Math.round(Math.max(...late.map(age)) / 1000),
  };
}
