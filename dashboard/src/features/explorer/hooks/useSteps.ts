import { useEffect, useRef, useState } from 'react';
import { errorBelow } from '../api/errors';
import { type LogRecord, nextError } from '../model/rows';
import type { Selection } from '../model/selection';

/* An error further below is offered at the top of a list of its own, as so many pages take long. */
const MOST_PAGES = 5;

/** Loads more records below, and gives all that are loaded then. */
export type LoadMore = () => Promise<readonly LogRecord[]>;

/** What came of looking for the next error, where it is not simply chosen. */
export type Outcome =
  | { readonly is: 'found' | 'searching' | 'none below' | 'none above' }
  | { readonly is: 'far'; readonly record: LogRecord; readonly searched: number }
  | { readonly is: 'failed'; readonly error: unknown };

const FOUND: Outcome = { is: 'found' };

interface List {
  readonly records: readonly LogRecord[];
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
  /** Null where all is loaded. */
  readonly onMore: LoadMore | null;
  /** What selects the errors of the list. */
  readonly errors: Selection;
}

/** Moves the choice through the rows, and asks for errors that are below those that are loaded. */
export function useSteps({ records, chosen, onChoose, onMore, errors }: List) {
  const [outcome, setOutcome] = useState(FOUND);
  const search = useRef<AbortController | null>(null);
  const asked = JSON.stringify(errors);
  // Whoever chose something else, or asked for something else, does not want what is searched for.
  useEffect(
    () => () => {
      search.current?.abort();
      setOutcome((before) => (before.is === 'searching' ? FOUND : before));
    },
    [chosen, asked],
  );
  const [asking, setAsking] = useState(asked);
  if (asking !== asked) {
    setAsking(asked);
    setOutcome(FOUND);
  }
  const at = chosen === null ? -1 : records.findIndex(({ id }) => id === chosen);
  const go = (index: number, among: readonly LogRecord[] = records) => {
    const record = among[index];
    if (record) onChoose(record.id);
    return record !== undefined;
  };

  const searchBelow = async (load: LoadMore, signal: AbortSignal): Promise<Outcome> => {
    const known = new Set(records.slice(0, at + 1).map(({ id }) => id));
    const wanted = await errorBelow(errors, records[at], known, signal);
    signal.throwIfAborted();
    if (!wanted) return { is: 'none below' };
    let loaded = records;
    for (let page = 0; page <= MOST_PAGES; page++) {
      const found = loaded.findIndex(({ id }) => id === wanted.id);
      if (found >= 0) {
        go(found, loaded);
        return FOUND;
      }
      const more = page < MOST_PAGES ? await load() : null;
      signal.throwIfAborted();
      if (!more) break;
      loaded = more;
    }
    return { is: 'far', record: wanted, searched: loaded.length };
  };

  const onError = (step: 1 | -1) => {
    search.current?.abort();
    const from = at < 0 && step === -1 ? records.length : at;
    if (go(nextError(records, from, step))) {
      setOutcome(FOUND);
    } else if (step === -1 || onMore === null) {
      setOutcome({ is: step === 1 ? 'none below' : 'none above' });
    } else {
      const mine = new AbortController();
      search.current = mine;
      setOutcome({ is: 'searching' });
      searchBelow(onMore, mine.signal)
        .catch((error: unknown): Outcome => ({ is: 'failed', error }))
        .then((found) => mine.signal.aborted || setOutcome(found))
        .catch(() => undefined);
    }
  };

  return {
    onStep: (step: 1 | -1) => {
      search.current?.abort();
      setOutcome(FOUND);
      go(Math.min(Math.max(at + step, 0), records.length - 1));
    },
    onError,
    outcome,
    onSeen: () => setOutcome(FOUND),
  };
}
