import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { components } from '../../src/lib/api/schema';
import { askLogs, between } from './api';
import { Server } from './server';
import { Span } from './span';

const MINUTE = 60_000;

/** What went wrong in the shop, as the generator that made it so has written it down. */
export interface Incident {
  readonly root_service: string;
  /** All that had errors for it. */
  readonly services: readonly string[];
  readonly templates: readonly string[];
  readonly start: string;
  readonly end: string;
  /** How many records tell of it. */
  readonly records: number;
}

/** A server that holds two hours of the generator's shop, in which one service failed for a while. */
export interface Shop {
  readonly server: Server;
  readonly incident: Incident;
  /** The hour that it happened in, in whole minutes: no record is added to it. */
  readonly hour: Span;
  /** How many records it holds. */
  readonly records: number;
}

export async function openShop(): Promise<Shop> {
  const server = await Server.start();
  const notes = await mkdtemp(path.join(tmpdir(), 'winnow-labels-'));
  const labels = path.join(notes, 'labels.jsonl');
  await server.generate(
    ...['--seed', '7', '--since', '2h', '--rate', rateAt(Date.now() - 60 * MINUTE)],
    ...['--incident', 'error payments 80m 20m', '--labels', labels],
  );
  const [incident] = (await readFile(labels, 'utf8')).trim().split('\n');
  await rm(notes, { recursive: true });
  if (incident === undefined) throw new Error('the generator has told of no incident');
  const { outcomes } = await server.json<components['schemas']['Ledger']>('/api/v1/ledger');
  const told = JSON.parse(incident) as Incident;
  return { server, incident: told, hour: hourOf(told), records: outcomes['stored'] ?? 0 };
}

function hourOf({ start }: Incident): Span {
  const from = Math.floor(Date.parse(start) / MINUTE - 21) * MINUTE;
  return new Span(from, from + 60 * MINUTE);
}

/** Ten records a second: the generator makes the past busier by day than by night, and than on weekends. */
function rateAt(moment: number): string {
  const date = new Date(moment);
  const hour = date.getUTCHours() + date.getUTCMinutes() / 60;
  const day = 1 + 0.6 * Math.cos((2 * Math.PI * (hour - 14)) / 24);
  const isWeekend = [0, 6].includes(date.getUTCDay());
  return (10 / (isWeekend ? 0.6 * day : day)).toFixed(3);
}

/** The newest error of the incident that is part of a trace; some services write none. */
export async function errorOf({ server, incident }: Shop) {
  const { logs } = await askLogs(server, {
    query: 'level = error and exists trace_id',
    ...between(incident.start, incident.end),
  });
  const [record] = logs;
  if (record?.trace_id == null) throw new Error('no error of the incident has a trace');
  return { ...record, trace_id: record.trace_id };
}
