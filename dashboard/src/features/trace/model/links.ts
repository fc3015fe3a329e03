import { explorerLink } from '../../../lib/url/links';
import type { Trace } from './trace';

/* Around a trace, so that its records are surely in the time of the explorer. */
const MARGIN_MILLIS = 1000;

/** The records of a trace in the explorer. */
export function recordsLink(traceId: string, { entries, millis }: Trace): string {
  const start = Date.parse(entries[0]?.record.timestamp ?? '');
  const time = {
    kind: 'absolute',
    from: start - MARGIN_MILLIS,
    to: Math.ceil(start + millis) + MARGIN_MILLIS,
  } as const;
  return explorerLink({ query: `trace_id = "${traceId}"`, time });
}

/** One of them, with its details. */
export function recordLink(traceId: string, trace: Trace, id: string): string {
  return `${recordsLink(traceId, trace)}&record=${encodeURIComponent(id)}&tab=fields`;
}
