import type { components } from '../../src/lib/api/schema';
import type { Server } from './server';

export type LogRecord = components['schemas']['LogRecord'];

/** The parameters by which the API, or the address of a page, is asked. */
export type Question = Record<string, string | readonly string[]>;

export function pathOf(path: string, question: Question): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(question)) {
    for (const one of typeof value === 'string' ? [value] : value) search.append(name, one);
  }
  return `${path}?${search.toString()}`;
}

/** The records that meet `question`, the newest first, and how many there are. */
export async function askLogs(server: Server, question: Question, limit = 200) {
  const { logs, total } = await server.json<components['schemas']['RecordPage']>(
    pathOf('/api/logs', { ...question, limit: String(limit), count: 'true' }),
  );
  if (total === null) throw new Error('the records are not counted');
  return { logs, total };
}

/** The most frequent values of a field among the records that meet `question`. */
export async function askFacet(server: Server, field: string, question: Question) {
  const { facets } = await server.json<components['schemas']['FacetList']>(
    pathOf('/api/logs/facets', { ...question, field, limit: '12' }),
  );
  return facets[0]?.values ?? [];
}

export async function askHistogram(server: Server, question: Question) {
  return server.json<components['schemas']['Histogram']>(
    pathOf('/api/logs/histogram', { ...question, by: 'severity' }),
  );
}

/** An interval as it stands in the address. */
export function interval(from: string | number, to: string | number): string {
  return `${new Date(from).toISOString()}/${new Date(to).toISOString()}`;
}

/** The parameters of the API for the same interval. */
export function between(from: string | number, to: string | number) {
  return { start_time: new Date(from).toISOString(), end_time: new Date(to).toISOString() };
}

/** `1,234 records`, as a page says it. */
export function counted(count: number, one = 'record'): string {
  return `${count.toLocaleString('en-US')} ${one}${count === 1 ? '' : 's'}`;
}
