import { type LogRecord, nextError } from '../model/rows';
import type { Records } from './useRecords';

/* So many pages are searched for an error before the search is given up. */
const MOST_PAGES = 10;

/** Moves the choice through the rows that are loaded, and loads more where an error may be below. */
export function useSteps(
  records: readonly LogRecord[],
  chosen: string | null,
  onChoose: (id: string) => void,
  { query }: Records,
) {
  const at = chosen === null ? -1 : records.findIndex(({ id }) => id === chosen);
  const go = (index: number, among: readonly LogRecord[] = records) => {
    const record = among[index];
    if (record) onChoose(record.id);
  };

  const searchBelow = async () => {
    let known = records;
    for (let page = 0; page < MOST_PAGES; page++) {
      const found = nextError(known, at, 1);
      if (found >= 0) {
        go(found, known);
        return;
      }
      const { data, hasNextPage } = await query.fetchNextPage();
      known = data?.pages.flatMap(({ logs }) => logs) ?? [];
      if (!hasNextPage) break;
    }
    go(nextError(known, at, 1), known);
  };

  return {
    onStep: (step: 1 | -1) => go(Math.min(Math.max(at + step, 0), records.length - 1)),
    onError: (step: 1 | -1) => {
      if (step === 1 && query.hasNextPage) void searchBelow();
      else go(nextError(records, at < 0 && step === -1 ? records.length : at, step));
    },
  };
}
