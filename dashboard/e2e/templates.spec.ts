import type { Page } from '@playwright/test';
import type { components } from '../src/lib/api/schema';
import { formatBytes, formatCount, formatShare } from '../src/lib/format/numbers';
import type { Shop } from './world/shop';
import { expect, test } from './world/test';

type TemplateList = components['schemas']['TemplateList'];
type Template = components['schemas']['Template'];

const ROWS = 10;
const WORST_FIRST = ['FATAL', 'ERROR', 'WARN', 'INFO', 'DEBUG', 'TRACE'];

const table = (page: Page) => page.getByRole('table', { name: 'Templates' });
const rows = (page: Page) =>
  table(page)
    .getByRole('row')
    .filter({ has: page.getByRole('cell') });
const sums = (page: Page) => page.getByRole('main').getByRole('status');

async function listOf({ server, hour }: Shop, more = ''): Promise<TemplateList> {
  return server.json<TemplateList>(`/api/patterns?${hour.asked}&limit=1000${more}`);
}

function oneLine({ template }: Template): string {
  return (template ?? '').replace(/\s*\n\s*/g, ' ↵ ');
}

function sum(templates: readonly Template[]): number {
  return templates.reduce((records, { count }) => records + count, 0);
}

function mix({ severities, count }: Template): string {
  return WORST_FIRST.flatMap((name) => {
    const of = severities[name] ?? 0;
    return of > 0 ? [`${formatShare(of / count)} ${name}`] : [];
  }).join(', ');
}

/** What the first rows must hold: the template, its records, bytes, severities and services. */
async function expectRows(page: Page, list: TemplateList, expected: readonly Template[]) {
  for (const [at, template] of expected.slice(0, ROWS).entries()) {
    const cell = (place: number) => rows(page).nth(at).getByRole('cell').nth(place);
    const { count, bytes, share, services } = template;
    const names = services.map(({ service }) => service);
    await expect(cell(0)).toHaveText(oneLine(template));
    await expect(cell(2)).toHaveText(`${formatCount(count)}${formatShare(share)}`);
    await expect(cell(3)).toHaveText(
      `${formatBytes(bytes)}${formatShare(bytes / list.total_bytes)}`,
    );
    await expect(cell(4)).toContainText(mix(template));
    await expect(cell(5)).toHaveAttribute('title', names.join(', '));
  }
}

test.beforeEach(async ({ page, shop }) => {
  await page.goto(`/templates?time=${shop.hour.address}`);
});

test('lists templates that add up to all records', async ({ page, shop }) => {
  const { server, hour } = shop;
  const list = await listOf(shop);
  const { total } = await server.json<{ total: number }>(`/api/logs/histogram?${hour.asked}`);
  expect(sum(list.patterns)).toBe(total);
  expect(list.total_records).toBe(total);
  const [all, kinds] = [formatCount(total), formatCount(list.total_patterns)];
  await expect(sums(page)).toHaveText(
    `${all} in ${kinds} templates listed+0 in 0 others=${all} records in ${kinds} templates`,
  );
  await expect(table(page)).toHaveAttribute('aria-rowcount', String(list.patterns.length + 1));
  await expectRows(page, list, list.patterns);
});

test('sorts them by each column that says so', async ({ page, shop }) => {
  const { patterns } = await listOf(shop);
  const bad = ({ severities: { ERROR = 0, FATAL = 0 } }: Template) => ERROR + FATAL;
  const first = (key: (template: Template) => number | string, isLeast = false) => {
    const keys = patterns.map(key).toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
    return isLeast ? keys[0] : keys.at(-1);
  };
  const orders = [
    ['Bytes', 'bytes', 'descending', ({ bytes }: Template) => bytes, false],
    ['Severity', 'bad', 'descending', bad, false],
    ['First seen', 'newest', 'descending', ({ first_seen: seen }: Template) => seen, false],
    ['First seen', 'oldest', 'ascending', ({ first_seen: seen }: Template) => seen, true],
    ['Last seen', 'latest', 'descending', ({ last_seen: seen }: Template) => seen ?? '', false],
    ['Records', null, 'descending', ({ count }: Template) => count, false],
    ['Records', 'rare', 'ascending', ({ count }: Template) => count, true],
  ] as const;
  for (const [column, sort, direction, key, isLeast] of orders) {
    await table(page).getByRole('button', { name: column }).click();
    await expect(page.getByRole('columnheader', { name: column })).toHaveAttribute(
      'aria-sort',
      direction,
    );
    await expect
      .poll(async () => {
        const href = await rows(page).first().getByRole('link').getAttribute('href');
        const id = href?.split(/[/?]/)[2];
        const shown = patterns.find(({ template_id: known }) => known === id);
        return shown && key(shown);
      })
      .toBe(first(key, isLeast));
    expect(new URL(page.url()).searchParams.get('sort')).toBe(sort);
  }
});

test('finds them by their words', async ({ page, shop }) => {
  const list = await listOf(shop);
  const found = list.patterns.filter(({ template }) => {
    const text = (template ?? '').toLowerCase();
    return text.includes('order') && text.includes('failed');
  });
  await page.getByRole('textbox', { name: 'Find templates by their words' }).fill('FAILED order');
  const [records, rest] = [sum(found), list.total_records - sum(found)];
  await expect(sums(page)).toHaveText(
    `${formatCount(records)} in ${found.length} ${found.length === 1 ? 'template' : 'templates'} found` +
      `+${formatCount(rest)} in ${formatCount(list.total_patterns - found.length)} others` +
      `=${formatCount(list.total_records)} records in ${list.total_patterns} templates`,
  );
  await expect(rows(page)).toHaveCount(found.length);
  await page.getByRole('textbox', { name: 'Find templates by their words' }).fill('no such word');
  await expect(page.getByText('No template holds these words.')).toBeVisible();
  await page.getByRole('button', { name: 'Clear the filters' }).click();
  await expectRows(page, list, list.patterns.slice(0, 1));
});

test('narrows them to a service and a level', async ({ page, shop }) => {
  const { server, hour } = shop;
  const { facets } = await server.json<components['schemas']['FacetList']>(
    `/api/logs/facets?${hour.asked}&field=service`,
  );
  const orders = facets[0]?.values.find(({ value }) => value === 'orders')?.count ?? NaN;
  await page.getByRole('button', { name: 'Service' }).click();
  const services = page.getByRole('dialog', { name: 'Service' });
  await services.getByRole('checkbox', { name: `orders ${formatCount(orders)}` }).check();
  await page.keyboard.press('Escape');
  await expect(sums(page)).toContainText(`=${formatCount(orders)} records`);
  await expectRows(page, ...(await both(shop, '&service=orders')));

  await page.getByRole('button', { name: 'Level' }).click();
  await page
    .getByRole('dialog', { name: 'Level' })
    .getByRole('checkbox', { name: 'error' })
    .check();
  await page.keyboard.press('Escape');
  const [list, patterns] = await both(shop, '&service=orders&level=error');
  await expect(sums(page)).toContainText(`=${formatCount(list.total_records)} records`);
  await expectRows(page, list, patterns);
  await expect(page).toHaveURL(`/templates?time=${hour.address}&service=orders&level=error`);
});

async function both(shop: Shop, more: string): Promise<[TemplateList, Template[]]> {
  const list = await listOf(shop, more);
  return [list, list.patterns];
}

test('colours places by what they hold', async ({ page }) => {
  await page
    .getByRole('textbox', { name: 'Find templates by their words' })
    .fill('products of category');
  const link = rows(page).first().getByRole('link');
  const colour = async (text: string) =>
    link
      .getByText(text, { exact: true })
      .first()
      .evaluate((place) => getComputedStyle(place).color);
  await expect(link).toHaveText('listed <num> products of category <num> in <dur>');
  const [number, duration] = [await colour('<num>'), await colour('<dur>')];
  const words = await link.getByText('listed').evaluate((text) => getComputedStyle(text).color);
  expect(new Set([number, duration, words]).size).toBe(3);
});

test('a template leads to its records, and back', async ({ page, shop }) => {
  const { patterns } = await listOf(shop, '&service=orders');
  const template = patterns.find((each) => oneLine(each).startsWith('Payment of order'));
  const { template_id: id = '', count = NaN } = template ?? {};
  const here = `time=${shop.hour.address}&service=orders&find=payment+of`;
  await page.goto(`/templates?${here}`);
  await rows(page)
    .getByRole('link', { name: /^Payment of order/ })
    .click();
  await expect(page).toHaveURL(`/templates/${id}?${here}&row=${id}`);

  await page.getByRole('link', { name: 'Show the records' }).click();
  await expect(page.getByRole('combobox', { name: 'Query' })).toHaveValue(
    `template_id = "${id}" and service = "orders"`,
  );
  expect(new URL(page.url()).searchParams.get('time')).toBe(shop.hour.address);
  await expect(
    page.getByRole('status').getByText(`${formatCount(count)} records`, { exact: true }),
  ).toBeVisible();

  await page.goBack();
  await page.getByRole('link', { name: 'All templates' }).click();
  await expect(page).toHaveURL(`/templates?${here}&row=${id}`);
  await expect(rows(page).getByRole('link', { name: /^Payment of order/ })).toBeVisible();
});
