import { quoted } from '../../../lib/url/links';
import { textOf } from './fields';

const PLAIN = /^[\w.\-:/@%#$+]+$/;
const MEANING_SOMETHING = /^(?:and|or|not|in|contains|starts|exists)$/i;
const LITERAL = /^(?:null|true|false|-?\d.*)$/;

/** `text` where a predicate takes a text: as it is where that means the text, else in quotes. */
export function operand(text: string): string {
  return PLAIN.test(text) && !MEANING_SOMETHING.test(text) && !LITERAL.test(text)
    ? text
    : quoted(text);
}

/** That `field` has `value`, or has it not; null if no predicate can say it, as of a list. */
export function equalTo(field: string, value: unknown, isNegated = false): string | null {
  const sign = isNegated ? '!=' : '=';
  if (value === null || value === undefined || value === '') {
    return isNegated ? `exists ${operand(field)}` : `not exists ${operand(field)}`;
  }
  if (typeof value === 'string') return `${operand(field)} ${sign} ${operand(value)}`;
  if (['boolean', 'bigint'].includes(typeof value) || Number.isFinite(value)) {
    return `${operand(field)} ${sign} ${textOf(value)}`;
  }
  return null;
}

/**
 * A predicate that is met where all are. A query whose brackets or quotes do not match stands alone, so
 * that the server can say what is wrong with it.
 */
export function allOf(query: string, filters: readonly string[]): string {
  const typed = query.trim();
  if (filters.length === 0) return query;
  if (typed !== '' && !isClosed(query)) return query;
  const chosen = filters.map((filter) => (/\sor\s/i.test(filter) ? `(${filter})` : filter));
  return [...(typed === '' ? [] : [`(${query})`]), ...chosen].join(' and ');
}

/** Whether a query is in JSON, into which no condition can be put. */
export function standsAlone(query: string): boolean {
  return query.trimStart().startsWith('{');
}

/** Where the brackets are into which {@link allOf} puts a query. */
function shiftOf(query: string, filters: readonly string[]): number {
  return allOf(query, filters).startsWith(`(${query})`) && filters.length > 0 ? 1 : 0;
}

function isClosed(query: string): boolean {
  let depth = 0;
  const rest = query.replace(/"(?:[^"\\]|\\.)*"/gs, '');
  if (rest.includes('"') || standsAlone(query)) return false;
  for (const character of rest) {
    if (character === '(') depth++;
    if (character === ')' && --depth < 0) return false;
  }
  return depth === 0;
}

/** What is wrong with a query, and from where on, if that is in what was typed. */
export interface QueryFault {
  readonly message: string;
  readonly at: number | null;
}

/** Whether the bar for the query tells what is wrong, by the code of the problem. */
export function isQueryFault(code: string): boolean {
  return code.includes('predicate');
}

/** What the detail of a problem says about a query that was sent with filters. */
export function faultOf(detail: string, query: string, filters: readonly string[]): QueryFault {
  const match = /^predicate at character (\d+): (.*)$/s.exec(detail);
  if (!match) return { message: detail, at: null };
  const message = (match[2] ?? '').replace('; correct the place that the message names', '');
  const at = Number(match[1]) - 1 - shiftOf(query, filters);
  return { message, at: at >= 0 && at <= query.length ? at : null };
}
