import type { BrowserContextOptions, Page } from '@playwright/test';
import { between, interval } from './world/api';
import { Explorer } from './world/explorer';
import { settled } from './world/settled';
import { errorOf } from './world/shop';
import { expect, test } from './world/test';

test('the overview', async ({ page, visit, shop }) => {
  await page.goto('/overview');
  await setTime(page, `${shop.incident.start} .. ${shop.incident.end}`);
  await page.getByText('Service', { exact: true }).click();
  await expectRestored(page, visit, ['by=service', 'time=']);
});

test('the explorer with all of its parts', async ({ page, visit, shop }) => {
  const { incident } = shop;
  const explorer = new Explorer(page);
  await page.goto('/explorer');
  await setTime(page, `${incident.start} .. ${incident.end}`);
  await explorer.search('body contains "order" and level >= info');
  await explorer.facet('ERROR').getByRole('checkbox').check();
  await explorer.facet('WARN').getByRole('checkbox').check();
  await explorer.facet('payments').getByRole('checkbox').check();
  await explorer.facet('orders').hover();
  await page.getByRole('button', { name: 'Exclude orders' }).click();
  await page.getByRole('button', { name: 'Columns' }).click();
  await page.getByRole('checkbox', { name: 'attributes.http.route' }).check();
  await page.keyboard.press('Escape');
  await explorer.rows.nth(3).click();
  await explorer.details.getByRole('tab', { name: 'Context' }).click();
  await expect(explorer.details.getByText('The same service and resource')).toBeVisible();
  await expectRestored(page, visit, [
    ...['query=', 'time=', 'level=ERROR', 'level=WARN', 'service=payments', 'filter='],
    ...['column=', 'record=', 'tab=context'],
  ]);
});

test('the explorer by template', async ({ page, visit, shop }) => {
  const { incident } = shop;
  await page.goto(`/explorer?time=${interval(incident.start, incident.end)}`);
  await page.getByText('By template').click();
  await expect(page.getByText(/templates say/)).toBeVisible();
  await expectRestored(page, visit, ['show=templates', 'time=']);
});

test('a live tail', async ({ page, visit }) => {
  await page.goto('/explorer?level=ERROR');
  await page.getByRole('button', { name: 'Live' }).click();
  await expect(page.getByRole('status').filter({ hasText: /^Live$/ })).toBeVisible();
  await expectRestored(page, visit, ['live=1', 'level=ERROR']);
});

test('the list of templates', async ({ page, visit, shop }) => {
  await page.goto('/templates');
  await setTime(page, `${shop.incident.start} .. ${shop.incident.end}`);
  await page.getByRole('textbox', { name: 'Find templates by their words' }).fill('order');
  await page.getByRole('button', { name: 'Service', exact: true }).click();
  await page.getByRole('checkbox', { name: /^payments/ }).check();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^Bytes/ }).click();
  await page.keyboard.press('Escape');
  await page.keyboard.press('j');
  await expectRestored(page, visit, ['find=order', 'service=payments', 'sort=bytes', 'time=']);
});

test('a template', async ({ page, visit, shop }) => {
  const { incident } = shop;
  const record = await errorOf(shop);
  const time = interval(incident.start, incident.end);
  await page.goto(`/templates?time=${time}`);
  await page.goto(`/templates/${record.template_id}?time=${time}`);
  await page.getByRole('button', { name: 'Level', exact: true }).click();
  await page.getByRole('checkbox', { name: 'ERROR' }).check();
  await page.keyboard.press('Escape');
  await expectRestored(page, visit, ['level=error', 'time=']);
});

test('what is new and gone', async ({ page, visit, shop }) => {
  await page.goto('/templates');
  await setTime(page, `${shop.incident.start} .. ${shop.incident.end}`);
  await page.getByText('New and gone').click();
  await expectRestored(page, visit, ['view=changes', 'time=']);
});

test('a trace', async ({ page, visit, shop }) => {
  await page.goto(`/traces/${(await errorOf(shop)).trace_id}`);
  await expectRestored(page, visit, []);
});

for (const [name, part] of [
  ['Retention', 'tab=retention'],
  ['Quotas', 'tab=quotas'],
  ['Price', 'tab=price'],
  ['Saved views', 'tab=views'],
] as const) {
  test(`settings: ${name}`, async ({ page, visit }) => {
    await page.goto('/settings');
    await page.getByRole('tab', { name }).click();
    await expectRestored(page, visit, [part]);
  });
}

test('back and forward go through what was seen', async ({ page, shop }) => {
  const { server, incident } = shop;
  const explorer = new Explorer(page);
  await explorer.openAt(incident);
  const first = page.url();
  await explorer.search('level = error');
  await explorer.facet('payments').getByRole('checkbox').check();
  const errors = { query: 'level = error' };
  const bounds = between(incident.start, incident.end);
  await explorer.expectAnswer(server, { ...errors, service: 'payments', ...bounds });
  await page.getByRole('link', { name: 'Templates' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Templates' })).toBeVisible();

  await page.goBack();
  await explorer.expectAnswer(server, { ...errors, service: 'payments', ...bounds });
  await page.goBack();
  await explorer.expectAnswer(server, { ...errors, ...bounds });
  await expect(explorer.query).toHaveValue('level = error');
  await page.goBack();
  await expect(page).toHaveURL(first);
  await expect(explorer.query).toHaveValue('');
  await explorer.expectAnswer(server, bounds);
  await page.goForward();
  await page.goForward();
  await explorer.expectAnswer(server, { ...errors, service: 'payments', ...bounds });
});

type Visit = (options?: BrowserContextOptions) => Promise<Page>;

/** Types a time into the picker. */
async function setTime(page: Page, time: string): Promise<void> {
  await page.getByRole('button', { name: /^Time: / }).click();
  await page.getByRole('textbox', { name: 'Time' }).fill(time);
  await page.getByRole('button', { name: 'Apply' }).click();
  await expect(page.getByRole('textbox', { name: 'Time' })).toHaveCount(0);
}

/** Expects somebody who opens the address of the page to see the same; `parts` are in it. */
async function expectRestored(page: Page, visit: Visit, parts: readonly string[]) {
  for (const part of parts) {
    await expect.poll(() => decodeURIComponent(page.url())).toContain(part);
  }
  const other = await visit({ locale: 'en-GB', timezoneId: 'UTC' });
  await other.setViewportSize({ width: 1366, height: 768 });
  await other.goto(page.url());
  await settled(page);
  await settled(other);
  await expect(async () => expect(await seen(other)).toBe(await seen(page))).toPass({
    timeout: 20_000,
  });
  expect(other.url()).toBe(page.url());
}

/** All that a page says, to those who see it or hear it, but for what is of this very moment. */
async function seen(page: Page): Promise<string> {
  const all = await page.getByRole('main').ariaSnapshot();
  return all
    .replace(/^( *)- region "Now":\n(?:\1 .*\n)*/m, '')
    .replace(/\b(?:\d+ (?:s|min|h) ago|just now)\b/g, 'a while ago');
}
