import { type AbsoluteRange, resolve, type TimeRange } from '../../../lib/time/range';
import { allOf } from './conditions';
import type { View } from './view';

const MINUTE = 60_000;

/** The parameters by which the API selects records. */
export interface Selection {
  readonly query?: string;
  readonly service?: string[];
  readonly level?: string[];
  readonly start_time?: string;
  readonly end_time?: string;
}

/**
 * The moments that all of the page is about when it is asked at `now`, so that counts, bars and rows are of
 * the same records. What goes on until now is in whole minutes, which are counted without reading.
 */
export function askedRange(range: TimeRange, now: number): AbsoluteRange {
  const exact = resolve(range, now);
  if (range.kind === 'absolute' || exact.to - exact.from < 5 * MINUTE) return exact;
  if (range.kind === 'day' && range.day === 'yesterday') return exact;
  return {
    kind: 'absolute',
    from: Math.floor(exact.from / MINUTE) * MINUTE,
    to: Math.ceil(exact.to / MINUTE) * MINUTE,
  };
}

/** What selects the records of a view, without its time. */
export function conditionsOf(
  view: Pick<View, 'query' | 'filter' | 'service' | 'level'>,
): Selection {
  const query = allOf(view.query, view.filter);
  return {
    ...(query.trim() !== '' && { query }),
    ...(view.service.length > 0 && { service: [...view.service] }),
    ...(view.level.length > 0 && { level: view.level.map((level) => level.toLowerCase()) }),
  };
}

/** The same view of its errors only. A query in JSON stands alone, without filters, but not without levels. */
export function errorsOf<V extends Pick<View, 'filter' | 'level'>>(view: V): V {
  const level = view.level.length === 0 ? ['ERROR', 'FATAL'] : view.level;
  return { ...view, level, filter: [...view.filter, 'level >= error'] };
}

/** What selects the records of a view in a time. */
export function selectionOf(
  view: Pick<View, 'query' | 'filter' | 'service' | 'level'>,
  { from, to }: AbsoluteRange,
): Selection {
  return {
    ...conditionsOf(view),
    start_time: new Date(from).toISOString(),
    end_time: new Date(to).toISOString(),
  };
}

/** A selection as the query string of a request. */
export function searchOf(
  selection: Selection,
  more: Record<string, string | readonly string[]> = {},
): string {
  const parameters = new URLSearchParams();
  const given: Record<string, string | readonly string[]> = { ...selection, ...more };
  for (const [name, value] of Object.entries(given)) {
    for (const one of typeof value === 'string' ? [value] : value) parameters.append(name, one);
  }
  return parameters.toString();
}
