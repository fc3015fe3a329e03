import type { components } from '../../../lib/api/schema';

export type Ledger = components['schemas']['Ledger'];

/** An outcome of records, in words. */
export interface Outcome {
  readonly name: string;
  readonly records: number;
  readonly meaning: string;
}

const MEANINGS: Record<string, string> = {
  stored: 'kept, and found by searches',
  in_flight: 'on their way to the store',
  forwarded: 'handed on to another system',
  sampled_out: 'counted, but left out by a policy',
  dropped: 'lost on the way, with a reason',
  duplicate: 'sent again, and stored once',
  joined: 'lines that belong to the record above them',
  refused: 'sent back to the sender with a reason',
  malformed: 'not readable as a record',
};

/** What became of the records that came, the most frequent first; what never happened is left out. */
export function outcomes(ledger: Ledger): Outcome[] {
  return Object.entries(ledger.outcomes)
    .filter(([, records]) => records > 0)
    .map(([name, records]) => ({ name, records, meaning: MEANINGS[name] ?? '' }))
    .sort((a, b) => b.records - a.records);
}

/** How many records are not accounted for: received, but with no outcome. It should be 0. */
export function unaccounted(ledger: Ledger): number {
  return (
    ledger.received - Object.values(ledger.outcomes).reduce((sum, records) => sum + records, 0)
  );
}

/** What came in by one receiver, and what of it is not kept, by outcome and reason. */
export interface Receiver {
  readonly name: string;
  readonly records: number;
  readonly exceptions: readonly { readonly what: string; readonly records: number }[];
}

/** Receivers by their records, the most first. */
export function receivers(ledger: Ledger): Receiver[] {
  const found = new Map<string, { records: number; exceptions: Map<string, number> }>();
  for (const { receiver, outcome, reason, records } of ledger.entries) {
    const entry = found.get(receiver) ?? { records: 0, exceptions: new Map<string, number>() };
    entry.records += records;
    if (outcome !== 'stored') {
      const what = `${outcome.replaceAll('_', ' ')}: ${reason.replaceAll('_', ' ')}`;
      entry.exceptions.set(what, (entry.exceptions.get(what) ?? 0) + records);
    }
    found.set(receiver, entry);
  }
  return [...found]
    .map(([name, { records, exceptions }]) => ({
      name,
      records,
      exceptions: [...exceptions].map(([what, count]) => ({ what, records: count })),
    }))
    .sort((a, b) => b.records - a.records);
}
