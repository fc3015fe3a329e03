import type { components } from '../src/lib/api/schema';
import { askLogs, between, counted } from './world/api';
import { Explorer } from './world/explorer';
import { expect, test } from './world/test';

test('a record is shown with its fields, as JSON, and among its neighbours', async ({
  page,
  shop,
}) => {
  const { server, incident } = shop;
  const explorer = new Explorer(page);
  const question = { service: 'payments', level: 'error' };
  await explorer.openAt(incident, { service: 'payments', level: 'ERROR' });
  const { logs } = await askLogs(server, { ...question, ...between(incident.start, incident.end) });
  const [, , record] = logs;
  if (record === undefined) throw new Error('the incident has told of nothing');
  await explorer.rows.nth(2).click();

  const { details } = explorer;
  const [line = ''] = record.message.split('\n');
  await expect(details.getByText(line).first()).toHaveText(record.message);
  for (const [name, value] of Object.entries(record.attributes)) {
    const field = details.getByRole('button', { name, exact: true }).locator('..');
    await expect(field).toHaveText(`${name}${String(value)}`);
  }

  await details.getByRole('tab', { name: 'JSON' }).click();
  const json = await details.getByText('"observed_timestamp"').textContent();
  expect(JSON.parse(json ?? '')).toEqual(record);

  await details.getByRole('tab', { name: 'Context' }).click();
  const context = await server.json<components['schemas']['RecordContext']>(
    `/api/logs/${record.id}/context?before=10&after=10`,
  );
  const all = [...context.before, context.log, ...context.after].toSorted((a, b) =>
    a.timestamp < b.timestamp ? -1 : 1,
  );
  const lines = details.getByRole('button', { name: /^Show the record of / });
  await expect(lines).toHaveText(all.map(({ timestamp }) => timestamp.slice(11, 23)));
  await expect(details.locator('[aria-current]')).toHaveText(record.timestamp.slice(11, 23));

  // A neighbour becomes the record that is shown.
  const earlier = all[context.before.length - 1];
  await lines.nth(context.before.length - 1).click();
  await details.getByRole('tab', { name: 'JSON' }).click();
  await expect(details.getByText(`"id": "${earlier?.id ?? ''}"`)).toBeVisible();
});

test('a record leads to those of its trace, its template and its fields', async ({
  page,
  shop,
}) => {
  const { server, incident } = shop;
  const time = between(incident.start, incident.end);
  const explorer = new Explorer(page);
  await explorer.openAt(incident, { level: 'ERROR' });
  const { logs } = await askLogs(server, { ...time, level: 'error' });
  // Some services write no traces.
  const at = logs.findIndex(({ trace_id: trace }) => trace !== null);
  const record = logs[at];
  if (record?.trace_id == null) throw new Error('no error has a trace');
  await explorer.rows.nth(at).click();

  const { details, chips } = explorer;
  await details.getByRole('button', { name: 'Same trace here' }).click();
  await expect(chips.filter({ hasText: record.trace_id })).toBeVisible();
  const trace = `trace_id = "${record.trace_id}"`;
  await explorer.expectAnswer(server, { ...time, level: 'error', query: trace });
  await page.getByRole('button', { name: 'Clear all' }).click();

  await details.getByRole('button', { name: 'Same template here' }).click();
  const template = `template_id = "${record.template_id}"`;
  await explorer.expectAnswer(server, { ...time, query: template });
  await page.getByRole('button', { name: 'Clear all' }).click();

  await details.getByRole('button', { name: 'host.name' }).click();
  await page.getByRole('menuitem', { name: 'Without this value' }).click();
  const host = `resource.host.name != "${String(record.resource['host.name'])}"`;
  await explorer.expectAnswer(server, { ...time, query: host });
});

test('of many collapsed lines all can be reached, and the focus stays', async ({ page, shop }) => {
  const explorer = new Explorer(page);
  await explorer.openAt(shop.incident);
  await page.getByText('By template').click();
  const table = page.getByRole('table');
  const last = Number(await table.getAttribute('aria-rowcount'));
  expect(last).toBeGreaterThan(100);
  const first = table.getByRole('button').first();
  await first.focus();
  await table.locator('..').evaluate((list) => list.scrollTo({ top: list.scrollHeight }));
  await expect(table.locator(`[aria-rowindex="${last}"]`)).toBeInViewport();
  await expect(first).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(table.locator('[aria-rowindex="2"]').getByRole('link')).toBeFocused();
});

test('lines are collapsed to the templates that say them, and opened again', async ({
  page,
  shop,
}) => {
  const { server, incident } = shop;
  const time = between(incident.start, incident.end);
  const explorer = new Explorer(page);
  await explorer.openAt(incident, { service: 'payments' });
  await page.getByText('By template').click();
  const search = new URLSearchParams({ ...time, service: 'payments', limit: '200' });
  const list = await server.json<components['schemas']['TemplateList']>(
    `/api/patterns?${search.toString()}`,
  );
  const rows = page.getByRole('row').filter({ has: page.getByRole('button') });
  await expect(rows).toHaveCount(list.patterns.length);
  for (const [at, { template, count }] of list.patterns.entries()) {
    await expect(rows.nth(at).getByTitle(count.toLocaleString('en-US'))).toBeVisible();
    await expect(rows.nth(at).getByRole('button')).toHaveText(
      (template ?? '').replace(/\s*\n\s*/g, ' \u21b5 '),
    );
  }
  await expect(page.getByText('templates say')).toHaveText(
    `${counted(list.total_patterns, 'template')} say ${counted(list.total_records)}`,
  );
  await rows.nth(1).getByRole('button').click();
  const query = `template_id = "${list.patterns[1]?.template_id ?? ''}"`;
  await explorer.expectAnswer(server, { ...time, service: 'payments', query });
});
