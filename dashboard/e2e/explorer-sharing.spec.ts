import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { askLogs, between, type LogRecord } from './world/api';
import { trustOwnClock } from './world/clock';
import { Explorer } from './world/explorer';
import { expect, test } from './world/test';

const MINUTE = 60_000;

test('a view is saved, opened again, and removed', async ({ page, fresh }) => {
  const record = { timestamp: Date.now() - MINUTE, 'service.name': 'till' };
  await fresh.send([
    { ...record, body: 'paid', level: 'info', amount: 12 },
    { ...record, body: 'not paid', level: 'error', amount: 13 },
  ]);
  const explorer = new Explorer(page);
  await page.goto(
    `${fresh.address}/explorer?query=body+contains+paid&level=ERROR&column=attributes.amount`,
  );
  await expect(explorer.rows).toHaveText([/not paid$/]);
  const seen = page.url();

  await page.getByRole('button', { name: 'Views' }).click();
  await page.getByRole('textbox', { name: 'Save this view as' }).fill('Unpaid <b>');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Unpaid <b>' })).toBeVisible();
  await page.keyboard.press('Escape');

  await page.getByRole('link', { name: 'Overview' }).click();
  await page.getByRole('link', { name: 'Explorer' }).click();
  await expect(explorer.rows).toHaveCount(2);
  await page.getByRole('button', { name: 'Views' }).click();
  await page.getByRole('button', { name: 'Unpaid <b>' }).click();
  await expect(page).toHaveURL(seen);
  await expect(explorer.rows).toHaveText([/13not paid$/]);
  await expect(explorer.query).toHaveValue('body contains paid');

  await page.getByRole('button', { name: 'Views' }).click();
  await page.getByRole('button', { name: 'Remove', exact: true }).click();
  await page.getByRole('button', { name: 'Really remove' }).click();
  await expect(page.getByText('No view is saved yet.')).toBeVisible();
  expect(await fresh.json('/api/v1/saved_views')).toEqual({ saved_views: [] });
});

test('a shared link shows the same to others, also when time goes on', async ({
  page,
  shop,
  visit,
}) => {
  const explorer = new Explorer(page);
  await explorer.open({
    ...{ time: '2h', query: 'level >= warn', filter: 'service != api', tab: 'json' },
  });
  await explorer.rows.nth(1).click();
  await expect.poll(() => new URL(page.url()).searchParams.get('record')).not.toBeNull();
  await page.getByRole('button', { name: 'Share' }).click();
  const link = await page.getByRole('textbox', { name: /link/i }).inputValue();
  const shared = new URL(link);
  const [from = '', to = ''] = (shared.searchParams.get('time') ?? '').split('/');
  expect(shared.origin).toBe(shop.server.address);
  expect(Date.parse(to) - Date.parse(from)).toBeGreaterThanOrEqual(120 * MINUTE);

  const there = new Explorer(await visit());
  await trustOwnClock(there.page);
  await there.page.clock.install({ time: Date.now() + 100 * MINUTE });
  await there.page.goto(link);
  const query = '(level >= warn) and service != api';
  await there.expectAnswer(shop.server, { query, ...between(from, to) });
  await expect(there.query).toHaveValue('level >= warn');
  const { logs } = await askLogs(shop.server, { query, ...between(from, to) });
  await expect(there.details.getByText(`"id": "${logs[1]?.id ?? ''}"`)).toBeVisible();
});

test('exports hold exactly the records of the view', async ({ page, shop }) => {
  const { server, incident } = shop;
  const explorer = new Explorer(page);
  await explorer.openAt(incident, {
    level: ['ERROR', 'WARN'],
    service: 'payments',
    query: 'body contains "order"',
  });
  const { logs, total } = await askLogs(
    server,
    {
      ...between(incident.start, incident.end),
      ...{ level: ['error', 'warn'], service: 'payments', query: 'body contains "order"' },
    },
    1000,
  );
  expect(total).toBe(logs.length);
  const oldestFirst = logs.toReversed();

  const lines = (await download(page, 'JSON, a record on each line')).trimEnd().split('\n');
  expect(lines.map((line) => JSON.parse(line) as LogRecord)).toEqual(oldestFirst);

  const [names = [], ...rows] = parseCsv(await download(page, 'CSV'));
  const values = rows.map((row) => Object.fromEntries(names.map((name, at) => [name, row[at]])));
  expect(
    values.map(({ id, timestamp, level, service, body, attributes }) => ({
      ...{ id, timestamp, level, service, body },
      attributes: JSON.parse(attributes ?? '') as unknown,
    })),
  ).toEqual(
    oldestFirst.map(({ id, timestamp, level, service, body, attributes }) => ({
      ...{ id, timestamp, level, service, body, attributes },
    })),
  );
});

async function download(page: Page, format: string): Promise<string> {
  await page.getByRole('button', { name: 'Export' }).click();
  const started = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: format, exact: true }).click();
  return readFile(await (await started).path(), 'utf8');
}

/** The rows of a CSV of RFC 4180. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain = '', end] of text.matchAll(
    /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g,
  )) {
    rows.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end !== ',') rows.push([]);
  }
  return rows.filter((row) => row.length > 1);
}
