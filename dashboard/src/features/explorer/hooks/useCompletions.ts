import { useQuery } from '@tanstack/react-query';
import { formatCompact, formatShare } from '../../../lib/format/numbers';
import { facetQuery, fieldsQuery } from '../api/queries';
import { matching, type Typed } from '../model/completion';
import { operand } from '../model/conditions';
import { textOf } from '../model/fields';
import type { Selection } from '../model/selection';

/** Something that can stand where the caret is. */
export interface Completion {
  readonly text: string;
  /** How many records have it. */
  readonly note: string;
}

const MOST = 10;
const VALUES = 100;

/** These are there even where no record says so. */
const ALWAYS: readonly Completion[] = [
  'level',
  'service',
  'message',
  'trace_id',
  'template_id',
].map((text) => ({ text, note: '' }));

/** What could be meant by what is typed: fields and values that records of `selection` have. */
export function useCompletions(typed: Typed | null, selection: Selection): Completion[] {
  const isName = typed !== null && typed.field === null;
  const field = typed?.field ?? null;
  const fields = useQuery({ ...fieldsQuery(selection), enabled: isName });
  const values = useQuery({
    ...facetQuery(selection, field ?? 'level', VALUES),
    enabled: field !== null,
  });
  if (typed === null) return [];
  if (field === null) {
    const stored = (fields.data?.fields ?? []).map((known) => ({
      text: operand(known.field),
      note: formatShare(known.share),
    }));
    const others = stored.filter(({ text }) => !ALWAYS.some((always) => always.text === text));
    return matching([...ALWAYS, ...others], typed.part, MOST);
  }
  if (values.data?.field !== field || values.isPlaceholderData) return [];
  const counted = values.data.values.map(({ value, count }) => ({
    text:
      field === 'level'
        ? textOf(value).toLowerCase()
        : typeof value === 'string'
          ? operand(value)
          : textOf(value),
    note: formatCompact(count),
  }));
  return matching(counted, typed.part, MOST);
}
