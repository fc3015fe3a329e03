import type { Locator, Page } from '@playwright/test';
import type { components } from '../src/lib/api/schema';
import { formatBytes, formatCompact, formatCount, formatShare } from '../src/lib/format/numbers';
import { formatAge } from '../src/lib/time/format';
import { trustOwnClock } from './world/clock';
import type { Shop } from './world/shop';
import { expect, test } from './world/test';

type Schemas = components['schemas'];

const MINUTE = 60_000;
const ROWS = 7;
const WORST_FIRST = ['FATAL', 'ERROR', 'WARN', 'INFO', 'DEBUG', 'TRACE'];
const FAILED = encodeURIComponent('level >= error');

const panel = (page: Page, name: string | RegExp) => page.getByRole('region', { name });
const rows = (page: Page, name: string) => panel(page, name).getByRole('listitem');

const hourOf = ({ hour }: Shop, address = '/overview') => `${address}?time=${hour.address}`;

const byCount = (a: { count: number }, b: { count: number }) => b.count - a.count;

/** The severity that most records have; of as many, the worse. */
function usual(severities: Record<string, number>): string {
  const most = Math.max(...Object.values(severities));
  return WORST_FIRST.find((name) => severities[name] === most) ?? 'UNSPECIFIED';
}

/** All that a row of a template says. */
function rowOf(template: Schemas['Template'], note = formatShare(template.share)): string {
  const [first, ...others] = template.services.map(({ service }) => service);
  const more = others.length > 0 ? ` +${others.length}` : '';
  const text = (template.template ?? '').replace(/\s*\n\s*/g, ' ↵ ');
  return `${usual(template.severities)}${text}${first ?? ''}${more}${note}${formatCompact(template.count)}`;
}

async function templates({ server, hour }: Shop, more: string): Promise<Schemas['Template'][]> {
  const list = await server.json<Schemas['TemplateList']>(`/api/patterns?${hour.asked}&${more}`);
  return list.patterns;
}

async function risen(row: Locator) {
  const times = await row.getByRole('time').all();
  const [from, to] = await Promise.all(times.map((time) => time.getAttribute('datetime')));
  return { from: Date.parse(from ?? ''), to: to == null ? null : Date.parse(to) };
}

test('tells at a glance which service fails, and since when', async ({ page, shop }) => {
  await page.goto(hourOf(shop));
  const headline = page.getByRole('list', { name: 'Services that fail more than else' });
  const failing = headline.getByRole('listitem').filter({ hasText: shop.incident.root_service });
  await expect(failing).toHaveCount(1);
  const { from, to } = await risen(failing);
  // An interval of the chart has two minutes, and errors come some seconds to minutes apart.
  expect(Math.abs(from - Date.parse(shop.incident.start))).toBeLessThan(6 * MINUTE);
  expect(Math.abs((to ?? NaN) - Date.parse(shop.incident.end))).toBeLessThan(6 * MINUTE);
});

test('counts errors by service as the API does', async ({ page, shop }) => {
  const { server, hour } = shop;
  const by = `/api/logs/histogram?${hour.asked}&by=service`;
  const errors = await server.json<Schemas['Histogram']>(`${by}&query=${FAILED}`);
  const all = await server.json<Schemas['Histogram']>(by);
  await page.goto(hourOf(shop));
  const headline = page.getByRole('list', { name: 'Services that fail more than else' });
  await expect(headline).toBeVisible();
  const risenRows = rows(page, 'Errors by service').filter({
    hasText: /throughout|more (since|from)/,
  });
  const failing = await risenRows.getByRole('link').allInnerTexts();
  expect(failing).toContain(shop.incident.root_service);
  const isFailing = ({ name }: { name: string }) => Number(failing.includes(name));
  const when = '(throughout|more (since|from) \\d\\d:\\d\\d( to \\d\\d:\\d\\d)?)?';
  const expected = errors.groups
    .toSorted((a, b) => isFailing(b) - isFailing(a) || byCount(a, b))
    .slice(0, ROWS)
    .map(({ name, count }) => {
      const of = all.groups.find((group) => group.name === name)?.count ?? NaN;
      return new RegExp(`^${name}${when}${formatShare(count / of)}${formatCompact(count)}$`);
    });
  await expect(rows(page, 'Errors by service')).toHaveText(expected);
});

test('tells what fails, what is loudest and what is rarest', async ({ page, shop }) => {
  const { hour } = shop;
  const now = hour.to + MINUTE / 2;
  await trustOwnClock(page);
  await page.clock.setFixedTime(now);
  await page.goto(hourOf(shop));

  const loudest = await templates(shop, `limit=${ROWS}`);
  await expect(rows(page, 'Loudest')).toHaveText(loudest.map((each) => rowOf(each)));

  const failing = await templates(shop, `level=error&level=fatal&limit=${ROWS}`);
  await expect(rows(page, 'Errors by template')).toHaveText(failing.map((each) => rowOf(each)));

  const rare = await templates(shop, `max_count=10&sort=rarest&limit=${ROWS}`);
  expect(rare[0]?.count).toBeLessThanOrEqual(rare.at(-1)?.count ?? NaN);
  await expect(rows(page, 'Rarest')).toHaveText(
    rare.map((each) => rowOf(each, formatAge(each.last_seen ?? '', now))),
  );
});

test('tells what is new, that of the incident first', async ({ page, shop }) => {
  const { server, hour } = shop;
  const diff = await server.json<Schemas['TemplateDiff']>(`/api/patterns/diff?${hour.asked}`);
  expect(diff.new_patterns.some(({ template }) => template?.startsWith('currency of order'))).toBe(
    true,
  );
  await page.goto(hourOf(shop));
  const expected = diff.new_patterns
    .toSorted((a, b) => Number(b.is_error) - Number(a.is_error) || byCount(a, b))
    .slice(0, ROWS)
    .map(
      ({ template, is_error, count }) =>
        `${is_error ? 'ERROR' : ''}${(template ?? '').replace(/\s*\n\s*/g, ' ↵ ')}${formatCompact(count)}`,
    );
  await expect(rows(page, 'New')).toHaveText(expected);
  await expect(rows(page, 'New').first()).toContainText('currency of order');
});

test('accounts for every record, in words and numbers', async ({ page, shop }) => {
  const ledger = await shop.server.json<Schemas['Ledger']>('/api/v1/ledger');
  expect(ledger.received).toBe(shop.records);
  await page.goto('/overview');
  const count = formatCount(ledger.received);
  const account = panel(page, 'Ledger');
  await expect(account).toContainText(`${count} records came in. Each is accounted for.`);
  const told = Object.entries(ledger.outcomes).filter(([, records]) => records > 0);
  await expect(account.getByRole('term')).toHaveText(told.map(([name]) => name));
  await expect(account.getByRole('definition')).toHaveText([
    `${count} 100 %`,
    'kept, and found by searches',
  ]);
  await expect(rows(page, 'Ledger')).toHaveText([`json_lines${count}`]);
});

test('tells how the intake is', async ({ page, shop }) => {
  const metrics = await shop.server.json<Schemas['Metrics']>('/api/metrics');
  // Its rates are others at each moment, so one answer is kept.
  await page.route('**/api/metrics', async (route) => route.fulfill({ json: metrics }));
  await page.goto('/overview');
  expect(metrics.stored_records).toBe(shop.records);
  const now = panel(page, 'Now');
  await expect(now.getByText('healthy', { exact: true })).toBeVisible();
  await expect(now.getByRole('definition')).toHaveText([
    `${metrics.log_rate >= 100 ? formatCompact(metrics.log_rate) : Number(metrics.log_rate.toPrecision(3))}/s`,
    formatShare(metrics.error_rate),
    formatCount(metrics.services),
    formatCompact(metrics.stored_records),
    formatBytes(metrics.storage_used_bytes),
  ]);
  await expect(now.getByTitle(formatCount(metrics.stored_records))).toBeVisible();
});
