import { useQueries } from '@tanstack/react-query';
import type { AbsoluteRange } from '../../../lib/time/range';
import { newestQuery } from '../api/queries';
import { equalTo } from '../model/conditions';
import type { LogRecord } from '../model/rows';
import { conditionsOf, type Selection, selectionOf } from '../model/selection';
import { NO_FILTERS, type View } from '../model/view';

type Filters = Pick<View, 'query' | 'filter' | 'service' | 'level'>;

/** A part of a view without which there would be records. */
export interface Hider {
  /** The part in words; null for all parts together. */
  readonly name: string | null;
  readonly without: Partial<View>;
}

export interface WhyNothing {
  /** Whether all that can be found out is. */
  readonly isKnown: boolean;
  /** Why some of it cannot, and what asks again. */
  readonly error: Error | null;
  readonly onRetry: () => void;
  /** The parts of which each alone hides all records. */
  readonly hiders: readonly Hider[];
  /** The newest record that meets the filters, at any time. */
  readonly elsewhen: LogRecord | null;
  /** Whether nothing is stored at all; that is surely known. */
  readonly isEmpty: boolean;
}

/** Finds out why a view has no records, by asking without each of its parts. */
export function useWhyNothing(view: Filters, range: AbsoluteRange): WhyNothing {
  const parts = partsOf(view);
  const asked: Selection[] = [
    {},
    conditionsOf(view),
    ...parts.map(({ without }) => selectionOf({ ...view, ...without }, range)),
  ];
  const [newest, elsewhen, ...others] = useQueries({ queries: asked.map(newestQuery) });
  const all = [newest, elsewhen, ...others];
  const failed = all.filter((query) => query?.isError);
  return {
    isKnown: all.every((query) => query?.isFetched),
    error: failed[0]?.error ?? null,
    onRetry: () => failed.forEach((query) => void query?.refetch()),
    hiders: parts.filter((_, at) => others[at]?.data),
    elsewhen: elsewhen?.data ?? null,
    isEmpty: newest?.data === null,
  };
}

function partsOf(view: Filters): Hider[] {
  const { query, filter, service, level } = view;
  const parts: Hider[] = filter.map((condition) => ({
    name: condition,
    without: { filter: filter.filter((other) => other !== condition) },
  }));
  if (query.trim() !== '') parts.push({ name: query, without: { query: '' } });
  if (service.length > 0) {
    parts.push({ name: named('service', service), without: { service: [] } });
  }
  if (level.length > 0) parts.push({ name: named('level', level), without: { level: [] } });
  return parts.length > 1 ? [...parts, { name: null, without: NO_FILTERS }] : parts;
}

function named(field: string, values: readonly string[]): string {
  return values.map((value) => equalTo(field, value)).join(' or ');
}
