import type { components } from '../../../lib/api/schema';
import { severityOfName } from '../../../lib/severity';
import type { Sort, View } from './view';

export type TemplateList = components['schemas']['TemplateList'];
export type Template = components['schemas']['Template'];

/* The server counts up to 256 templates by one question; more are asked for on request. */
const SOME = 250;
export const MOST = 1000;

type ServerSort = 'count' | 'bytes' | 'first_seen' | 'rarest';

const SERVER_SORTS: Partial<Record<Sort, ServerSort>> = {
  count: 'count',
  bytes: 'bytes',
  newest: 'first_seen',
  rare: 'rarest',
};

/** How the server is asked for what a view lists. What it does not do itself needs all that it gives. */
export function listing({ sort, find, all }: Pick<View, 'sort' | 'find' | 'all'>): {
  sort: ServerSort;
  limit: number;
} {
  const known = SERVER_SORTS[sort];
  const isWhole = all || find.trim() !== '' || known === undefined;
  return { sort: known ?? 'count', limit: isWhole ? MOST : SOME };
}

const ORDERS: Partial<Record<Sort, (a: Template, b: Template) => number>> = {
  bad: (a, b) => badRecords(b) - badRecords(a),
  oldest: (a, b) => compare(a.first_seen, b.first_seen),
  latest: (a, b) => compare(b.last_seen ?? '', a.last_seen ?? ''),
};

/** The templates of an answer that hold all words of `find`, in the order of `sort`. */
export function listed(
  templates: readonly Template[],
  { sort, find }: Pick<View, 'sort' | 'find'>,
): readonly Template[] {
  const words = find.toLowerCase().split(/\s+/).filter(Boolean);
  const found =
    words.length === 0
      ? templates
      : templates.filter(({ template, template_id: id }) => {
          const text = `${template ?? ''} ${id}`.toLowerCase();
          return words.every((word) => text.includes(word));
        });
  const order = ORDERS[sort];
  return order ? found.toSorted(order) : found;
}

/** What the rows of a table and the rest of the records add up to. */
export interface Sums {
  readonly shown: { readonly templates: number; readonly records: number };
  readonly others: { readonly templates: number; readonly records: number };
  readonly total: { readonly templates: number; readonly records: number };
}

export function sumsOf(list: TemplateList, rows: readonly Template[]): Sums {
  const shown = { templates: rows.length, records: sum(rows, ({ count }) => count) };
  const total = { templates: list.total_patterns, records: list.total_records };
  return {
    shown,
    total,
    others: {
      templates: total.templates - shown.templates,
      records: total.records - shown.records,
    },
  };
}

/** How many records are of ERROR or FATAL. */
export function badRecords({ severities }: Pick<Template, 'severities'>): number {
  return Object.entries(severities)
    .filter(([name]) => ['ERROR', 'FATAL'].includes(severityOfName(name)))
    .reduce((bad, [, count]) => bad + count, 0);
}

function sum<T>(items: readonly T[], value: (item: T) => number): number {
  return items.reduce((total, item) => total + value(item), 0);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
