import type { Page } from '@playwright/test';
import type { components } from '../src/lib/api/schema';
import { formatCount } from '../src/lib/format/numbers';
import { expect, test } from './world/test';

type Schemas = components['schemas'];

const panel = (page: Page, name: string | RegExp) => page.getByRole('region', { name });
const found = (page: Page, count: number) =>
  page.getByRole('status').getByText(`${formatCount(count)} records`, { exact: true });

test.beforeEach(async ({ page, shop }) => {
  await page.goto(`/overview?time=${shop.hour.address}`);
});

test('a severity leads to its records, and back', async ({ page, shop }) => {
  const { server, hour } = shop;
  const { groups } = await server.json<Schemas['Histogram']>(
    `/api/logs/histogram?${hour.asked}&by=severity`,
  );
  await panel(page, /^Volume/)
    .getByRole('link', { name: /^ERROR/ })
    .click();
  await expect(page).toHaveURL(`/explorer?query=level+%3D+error&time=${hour.address}`);
  await expect(page.getByRole('combobox', { name: 'Query' })).toHaveValue('level = error');
  await expect(
    found(page, groups.find(({ name }) => name === 'ERROR')?.count ?? NaN),
  ).toBeVisible();
  await page.goBack();
  await expect(page).toHaveURL(`/overview?time=${hour.address}`);
  await expect(panel(page, /^Volume/)).toBeVisible();
});

test('a failing service leads to its errors', async ({ page, shop }) => {
  const { server, hour, incident } = shop;
  const query = `service = "${incident.root_service}" and level >= error`;
  const { total } = await server.json<Schemas['Histogram']>(
    `/api/logs/histogram?${hour.asked}&query=${encodeURIComponent(query)}`,
  );
  await panel(page, 'Errors by service').getByRole('link', { name: incident.root_service }).click();
  await expect(page.getByRole('combobox', { name: 'Query' })).toHaveValue(query);
  await expect(found(page, total)).toBeVisible();
  expect(new URL(page.url()).searchParams.get('time')).toBe(hour.address);
});

for (const [name, parameters] of [
  ['Loudest', 'limit=1'],
  ['Errors by template', 'limit=1&level=error&level=fatal'],
] as const) {
  test(`the first of ${name} leads to all about its template`, async ({ page, shop }) => {
    const { server, hour } = shop;
    const list = await server.json<Schemas['TemplateList']>(
      `/api/patterns?${hour.asked}&${parameters}`,
    );
    const id = list.patterns[0]?.template_id ?? '';
    const { pattern } = await server.json<Schemas['TemplateHistory']>(
      `/api/patterns/${id}?${hour.asked}`,
    );
    await panel(page, name).getByRole('link').first().click();
    await expect(page).toHaveURL(`/templates/${id}?time=${hour.address}`);
    const facts = panel(page, 'The template');
    await expect(facts.getByText(id, { exact: true })).toBeVisible();
    await expect(facts.getByText(formatCount(pattern.count), { exact: true })).toBeVisible();
  });
}

test('the menu keeps the time', async ({ page, shop }) => {
  const menu = page.getByRole('navigation', { name: 'Pages' });
  for (const name of ['Templates', 'Explorer', 'Overview']) {
    await menu.getByRole('link', { name }).click();
    await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
    await expect(page).toHaveURL(`/${name.toLowerCase()}?time=${shop.hour.address}`);
    await expect(page).toHaveTitle(`${name} · Winnow`);
  }
  const docs = page.waitForEvent('popup');
  await menu.getByRole('link', { name: 'API' }).click();
  await expect(await docs).toHaveURL(/\/docs\/?$/);
});
