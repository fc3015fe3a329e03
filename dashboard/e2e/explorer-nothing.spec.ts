import { askLogs, between } from './world/api';
import { Explorer } from './world/explorer';
import { expect, test } from './world/test';

test('where nothing matches, the filter that hides the rows is named and can go', async ({
  page,
  shop,
}) => {
  const { server, incident } = shop;
  const explorer = new Explorer(page);
  await explorer.openAt(incident, {
    level: 'ERROR',
    query: 'service = payments',
    filter: 'attributes.http.route = "/nowhere"',
  });
  await expect(page.getByRole('heading', { name: 'No record in this time matches' })).toBeVisible();
  await expect(explorer.total).toHaveText('0 records');
  const reasons = page.getByRole('listitem').filter({ hasText: 'Hidden by' });
  await expect(reasons).toHaveText(['Hidden by attributes.http.route = "/nowhere"Remove it']);
  await reasons.getByRole('button', { name: 'Remove it' }).click();
  await expect(explorer.query).toHaveValue('service = payments');
  await explorer.expectAnswer(server, {
    ...between(incident.start, incident.end),
    ...{ level: 'error', query: 'service = payments' },
  });
});

test('where the time is wrong, the time of the newest record that matches is offered', async ({
  page,
  shop,
}) => {
  const { server, incident } = shop;
  const template = incident.templates.find((known) => known.startsWith('currency of order'));
  expect(template).toBeDefined();
  const query = 'body contains "currency of order"';
  const [newest] = (await askLogs(server, { query })).logs;
  if (newest === undefined) throw new Error('the incident has told of nothing');
  const explorer = new Explorer(page);
  await explorer.open({ time: '5m', query });
  await page.getByRole('button', { name: 'Show that time' }).click();
  const moment = Date.parse(newest.timestamp);
  await explorer.expectAnswer(server, {
    query,
    ...between(moment - 30 * 60_000, moment + 30 * 60_000),
  });
  await expect(explorer.rows.first()).toContainText(newest.timestamp.slice(11, 23));
});
