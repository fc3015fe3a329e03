import type { Page } from '@playwright/test';
import type { components } from '../src/lib/api/schema';
import { formatBytes } from '../src/lib/format/numbers';
import type { Server } from './world/server';
import { Span } from './world/span';
import { expect, test } from './world/test';

const MINUTE = 60_000;
const RECORDS = 40;

const panel = (page: Page, name: string) => page.getByRole('region', { name });

/** Forty answers of two services in forty minutes, of which a part has another status and severity. */
async function sendAnswers(server: Server) {
  const from = Math.floor(Date.now() / MINUTE - 120) * MINUTE;
  const records = Array.from({ length: RECORDS }, (_, at) => ({
    timestamp: new Date(from + at * MINUTE).toISOString(),
    'service.name': at % 4 === 0 ? 'desk' : 'gate',
    severity_text: at < 8 ? 'ERROR' : 'INFO',
    body: `upstream answered ${at < 8 ? 503 : at < 18 ? 404 : 200} after ${at + 1}ms`,
  }));
  await server.send(records);
  const span = new Span(from, from + 60 * MINUTE);
  const { patterns } = await server.json<components['schemas']['TemplateList']>(
    `/api/patterns?${span.asked}`,
  );
  expect(patterns.map(({ template }) => template)).toEqual(['upstream answered <num> after <dur>']);
  const [pattern] = patterns;
  return { records, span, id: pattern?.template_id ?? '', bytes: pattern?.bytes ?? NaN };
}

test('tells all about a template', async ({ page, fresh }) => {
  const { records, span, id, bytes } = await sendAnswers(fresh);
  await page.goto(`${fresh.address}/templates/${id}?time=${span.address}`);

  const facts = panel(page, 'The template').getByRole('definition');
  await expect(facts.nth(0)).toHaveText('40 100 % of 40');
  await expect(facts.nth(1)).toHaveText(
    `${formatBytes(bytes)} ${formatBytes(Math.round(bytes / RECORDS))} each`,
  );
  await expect(facts.nth(2)).toContainText('20 % ERROR, 80 % INFO');
  await expect(facts.nth(5)).toContainText(id);
  await expect(
    panel(page, 'Trend by severity').getByRole('img', { name: /^Records: 8 ERROR, 32 INFO; / }),
  ).toBeVisible();
  await expect(panel(page, 'Services').getByRole('listitem')).toHaveText([
    'gate3075 %',
    'desk1025 %',
  ]);

  await expect(panel(page, 'Variables')).toContainText('in all 40 records');
  const status = panel(page, 'Variable 1, number');
  await expect(status).toContainText('number, 3 different in 40 values');
  await expect(status.getByRole('listitem')).toHaveText(['2002255 %', '4041025 %', '503820 %']);
  const duration = panel(page, 'Variable 2, duration');
  await expect(duration).toContainText('duration, 40 different in 40 values');
  await expect(duration.getByRole('definition')).toHaveText(['1 ms', '20 ms', '38 ms', '40 ms']);

  const exemplars = panel(page, 'Exemplars').getByRole('listitem');
  await expect(exemplars).toHaveCount(5);
  for (const exemplar of await exemplars.all()) {
    const at = await exemplar.getByRole('time').getAttribute('datetime');
    const sent = records.find(({ timestamp }) => Date.parse(timestamp) === Date.parse(at ?? ''));
    const [, code, length] = /answered (\d+) after (\w+)/.exec(sent?.body ?? '') ?? [];
    await expect(exemplar.getByRole('paragraph')).toHaveText(sent?.body ?? 'sent');
    await expect(exemplar.locator('mark')).toHaveText([code ?? '', length ?? '']);
    await expect(exemplar).toContainText(sent?.severity_text ?? 'severity');
    await expect(exemplar).toContainText(sent?.['service.name'] ?? 'service');
  }
});

test('narrows what it tells to a service', async ({ page, fresh }) => {
  const { span, id } = await sendAnswers(fresh);
  await page.goto(`${fresh.address}/templates/${id}?time=${span.address}`);
  await page.getByRole('button', { name: 'Service' }).click();
  await page.getByRole('checkbox', { name: 'desk 10' }).check();
  await page.keyboard.press('Escape');
  await expect(panel(page, 'The template').getByRole('definition').first()).toContainText('10 ');
  await expect(panel(page, 'Variables')).toContainText('in all 10 records');
  await expect(panel(page, 'Variable 1, number').getByRole('listitem')).toHaveText([
    '200550 %',
    '404330 %',
    '503220 %',
  ]);
});

test('tells money where a gigabyte has a price', async ({ page, fresh }) => {
  const { span, id, bytes } = await sendAnswers(fresh);
  await page.goto(`${fresh.address}/settings?tab=price`);
  await page.getByLabel('A gigabyte costs').fill('250000');
  await page.getByLabel('Currency').fill('usd');
  await page.getByRole('button', { name: 'Set it' }).click();
  await expect(page.getByRole('button', { name: 'Remove the price' })).toBeVisible();

  const cost = `$${((bytes / 1e9) * 250_000).toFixed(2)}`;
  await page.goto(`${fresh.address}/templates?time=${span.address}`);
  const row = page.getByRole('row', { name: 'upstream answered' });
  await expect(row.getByRole('cell').nth(3)).toHaveText(`${formatBytes(bytes)}100 % · ${cost}`);
  await row.getByRole('link').click();
  await expect(page).toHaveURL(new RegExp(id));
  await expect(panel(page, 'The template').getByRole('definition').nth(1)).toContainText(cost);

  await page.goto(`${fresh.address}/settings?tab=price`);
  await page.getByRole('button', { name: 'Remove the price' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await expect(page.getByRole('button', { name: 'Remove the price' })).toBeHidden();
  await page.goto(`${fresh.address}/templates?time=${span.address}`);
  await expect(row.getByRole('cell').nth(3)).toHaveText(`${formatBytes(bytes)}100 %`);
});
