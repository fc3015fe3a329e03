import { type LogRecord, nextError } from '../model/rows';

/* So many pages are searched for an error before the search is given up. */
const MOST_PAGES = 10;

/** Loads more records below, and gives all that are loaded then. */
export type LoadMore = () => Promise<{
  readonly records: readonly LogRecord[];
  readonly isEnd: boolean;
}>;

/** Moves the choice through the rows that are loaded, and loads more where an error may be below. */
export function useSteps(
  records: readonly LogRecord[],
  chosen: string | null,
  onChoose: (id: string) => void,
  onMore: LoadMore | null,
) {
  const at = chosen === null ? -1 : records.findIndex(({ id }) => id === chosen);
  const go = (index: number, among: readonly LogRecord[] = records) => {
    const record = among[index];
    if (record) onChoose(record.id);
  };

  const searchBelow = async (load: LoadMore) => {
    let known = records;
    let found = nextError(known, at, 1);
    for (let page = 0; found < 0 && page < MOST_PAGES; page++) {
      const more = await load();
      known = more.records;
      found = nextError(known, at, 1);
      if (more.isEnd) break;
    }
    go(found, known);
  };

  return {
    onStep: (step: 1 | -1) => go(Math.min(Math.max(at + step, 0), records.length - 1)),
    onError: (step: 1 | -1) => {
      if (step === 1 && onMore) void searchBelow(onMore);
      else go(nextError(records, at < 0 && step === -1 ? records.length : at, step));
    },
  };
}
