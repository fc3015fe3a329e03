import { askHistogram, askLogs, between, interval } from './world/api';
import { Explorer } from './world/explorer';
import { expect, test } from './world/test';

test('facets count what the list shows, and narrow it', async ({ page, shop }) => {
  const { server, incident } = shop;
  const time = between(incident.start, incident.end);
  const explorer = new Explorer(page);
  await explorer.openAt(incident);
  await explorer.expectFacets(server, time);

  await explorer.facet('ERROR').getByRole('checkbox').check();
  await explorer.facet('WARN').getByRole('checkbox').check();
  await explorer.expectFacets(server, { level: ['error', 'warn'], ...time });
  await explorer.expectAnswer(server, { level: ['error', 'warn'], ...time });
  await expect(explorer.chips.first()).toHaveText('level = ERROR or WARN');

  await explorer.facet('payments').hover();
  await page.getByRole('button', { name: 'Only payments' }).click();
  const payments = { level: ['error', 'warn'], service: 'payments', ...time };
  await explorer.expectFacets(server, payments);
  await explorer.expectAnswer(server, payments);

  await explorer.facet('WARN').getByRole('checkbox').uncheck();
  await page.getByRole('button', { name: 'Remove the filter service = payments' }).click();
  await explorer.expectAnswer(server, { level: 'error', ...time });
});

test('what is excluded becomes a chip, which is turned around and removed', async ({
  page,
  shop,
}) => {
  const { server, incident } = shop;
  const time = between(incident.start, incident.end);
  const explorer = new Explorer(page);
  await explorer.openAt(incident);
  await explorer.facet('api').hover();
  await page.getByRole('button', { name: 'Exclude api' }).click();
  await expect(explorer.chips).toHaveText(['service != api', 'Clear all']);
  await explorer.expectAnswer(server, { query: 'service != api', ...time });
  await expect(explorer.facet('api')).toHaveCount(0);

  await page.getByRole('button', { name: 'service != api', exact: true }).click();
  await expect(explorer.chips).toHaveText(['service = api', 'Clear all']);
  await expect(page.getByRole('button', { name: 'service = api', exact: true })).toBeFocused();
  await explorer.expectAnswer(server, { query: 'service = api', ...time });

  await explorer.facet('INFO').hover();
  await page.getByRole('button', { name: 'Exclude INFO' }).click();
  await explorer.expectAnswer(server, { query: 'service = api and level != info', ...time });
  await page.getByRole('button', { name: 'Remove the filter service = api' }).click();
  await explorer.expectAnswer(server, { query: 'level != info', ...time });
  await page.getByRole('button', { name: 'Clear all' }).click();
  await expect(explorer.chips).toHaveCount(0);
  await expect(page.getByRole('main')).toBeFocused();
  await explorer.expectAnswer(server, time);
});

test('what is brushed on the bars becomes the time, in whole bars, and goes back', async ({
  page,
  shop,
}) => {
  const { server, incident } = shop;
  const time = between(incident.start, incident.end);
  const explorer = new Explorer(page);
  await explorer.openAt(incident, { level: 'ERROR' });
  const { buckets, interval_seconds: seconds } = await askHistogram(server, {
    ...time,
    level: 'error',
  });
  const chart = page.getByRole('img', { name: /^Records over time: [\d,]+ ERROR; the most, / });
  const plot = await chart.locator('.u-over').boundingBox();
  if (plot === null) throw new Error('there is no chart');
  const middleOf = (bar: number) => plot.x + ((bar + 0.5) / buckets.length) * plot.width;
  const y = plot.y + plot.height / 2;
  const [first, last] = [3, 8];
  await page.mouse.move(middleOf(first), y);
  await page.mouse.down();
  await page.mouse.move(middleOf(last), y, { steps: 5 });
  await page.mouse.up();

  const from = Date.parse(buckets[first]?.time ?? '');
  const to = Date.parse(buckets[last]?.time ?? '') + seconds * 1000;
  await expect.poll(() => new URL(page.url()).searchParams.get('time')).toBe(interval(from, to));
  await explorer.expectAnswer(server, { ...between(from, to), level: 'error' });
  await page.goBack();
  await explorer.expectAnswer(server, { ...time, level: 'error' });
});

test('fields become columns and go again', async ({ page, shop }) => {
  const { server, incident } = shop;
  const explorer = new Explorer(page);
  await explorer.openAt(incident, { service: 'api' });
  await page.getByRole('button', { name: 'Columns' }).click();
  await page.getByRole('textbox', { name: 'Columns' }).fill('http.r');
  await page.getByRole('checkbox', { name: 'attributes.http.route' }).check();
  await page.getByRole('checkbox', { name: 'attributes.http.response.status_code' }).check();
  await page.keyboard.press('Escape');
  const names = explorer.list.getByRole('columnheader');
  await expect(names).toHaveText([
    ...['Time', 'Level', 'Service', 'http.route', 'http.response.status_code', 'Message'],
  ]);
  const { logs } = await askLogs(server, {
    ...between(incident.start, incident.end),
    service: 'api',
  });
  for (const [at, { attributes }] of logs.slice(0, 8).entries()) {
    const { 'http.route': route = '', 'http.response.status_code': status = '' } =
      attributes as Record<string, string | number>;
    const cells = explorer.rows.nth(at).getByRole('gridcell');
    await expect(cells.nth(3)).toHaveText(String(route));
    await expect(cells.nth(4)).toHaveText(String(status));
  }
  await page.getByRole('button', { name: 'Remove the column attributes.http.route' }).click();
  await expect(names).toHaveText([
    ...['Time', 'Level', 'Service', 'http.response.status_code', 'Message'],
  ]);
});
