import {
  choice,
  flag,
  optionalText,
  type StateOf,
  text,
  texts,
  timeRange,
} from '../../../lib/url/codec';
import { DEFAULT_RANGE } from '../../../lib/time/range';

/** All that the explorer shows, as it stands in the address. */
export const VIEW = {
  /** What was typed: a predicate in its readable form. */
  query: text(),
  time: timeRange(DEFAULT_RANGE),
  /** Services and levels, of which a record has one. */
  service: texts(),
  level: texts(),
  /** Conditions that were chosen by a click, each a predicate by itself. All must be met. */
  filter: texts(),
  /** Fields that are shown beside the message. */
  column: texts(),
  /** The row that is chosen. */
  record: optionalText(),
  /** What is shown of it, if anything. */
  tab: choice(['closed', 'fields', 'json', 'context'], 'closed'),
  live: flag(),
  show: choice(['records', 'templates'], 'records'),
};

export type View = StateOf<typeof VIEW>;
export type Tab = View['tab'];

/** What all records meet. */
export const NO_FILTERS = { query: '', filter: [], service: [], level: [] };

/** Changes parts of the view. */
export type ChangeView = (changes: Partial<View>, options?: { readonly replace?: boolean }) => void;

/** `values` without `value`, or with it if it is not there. */
export function toggled(values: readonly string[], value: string): string[] {
  return values.includes(value) ? values.filter((other) => other !== value) : [...values, value];
}
