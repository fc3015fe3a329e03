import { writeRange } from './codec';
import type { TimeRange } from '../time/range';

/** The records that meet `query`, a predicate in its readable form, in the explorer. */
export function explorerLink({ query = '', time }: { query?: string; time: TimeRange }): string {
  return `/explorer${search({ query, time: writeRange(time) })}`;
}

/** A page of the menu, at the time that is chosen, if one is. */
export function pageLink(path: string, time: string | null): string {
  return `${path}${search({ time: time ?? '' })}`;
}

/** The page of a template. */
export function templateLink(templateId: string, time: TimeRange): string {
  return `/templates/${encodeURIComponent(templateId)}${search({ time: writeRange(time) })}`;
}

/** The records of a trace, over services. */
export function traceLink(traceId: string): string {
  return `/traces/${encodeURIComponent(traceId)}`;
}

/** `text` as an operand of a predicate, whatever it holds; its escapes are those of JSON. */
export function quoted(text: string): string {
  return JSON.stringify(text);
}

function search(parameters: Record<string, string>): string {
  const given = Object.entries(parameters).filter(([, value]) => value !== '');
  const text = new URLSearchParams(given)
    .toString()
    .replace(/%(2F|3A)/g, (escaped) => decodeURIComponent(escaped));
  return text === '' ? '' : `?${text}`;
}
