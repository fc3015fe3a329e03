import { answer, api } from '../../../lib/api/client';
import type { LogRecord } from '../model/rows';
import type { Selection } from '../model/selection';

const LIMIT = 100;

/**
 * The newest error that is below a record in the list, or the newest of all.
 *
 * @param selection selects errors only
 * @param known the records from the first to that one, as others may be of the same nanosecond
 */
export async function errorBelow(
  selection: Selection,
  below: LogRecord | undefined,
  known: ReadonlySet<string>,
  signal: AbortSignal,
): Promise<LogRecord | null> {
  const end = below && { end_time: justAfter(below.timestamp) };
  let cursor: string | null = null;
  for (;;) {
    const query = {
      ...selection,
      ...end,
      brief: true,
      limit: LIMIT,
      ...(cursor !== null && { cursor }),
    };
    const page: Awaited<ReturnType<typeof ask>> = await ask(query, signal);
    const found = page.logs.find(({ id }) => !known.has(id));
    cursor = page.next_cursor ?? null;
    if (found || cursor === null) return found ?? null;
  }
}

function ask(
  query: Selection & { readonly limit: number; readonly cursor?: string },
  signal: AbortSignal,
) {
  return answer(api.GET('/api/logs', { params: { query }, signal }));
}

/** A nanosecond later, as nanoseconds since 1970. */
function justAfter(timestamp: string): string {
  const seconds = BigInt(Date.parse(`${timestamp.slice(0, 19)}Z`) / 1000);
  const nanos = BigInt((/\.(\d+)/.exec(timestamp)?.[1] ?? '').padEnd(9, '0').slice(0, 9));
  return String(seconds * 1_000_000_000n + nanos + 1n);
}
