import type { Page } from '@playwright/test';
import type { Server } from './world/server';
import { Span } from './world/span';
import { expect, test } from './world/test';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const group = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const lines = (page: Page, name: string) =>
  group(page, name)
    .getByRole('row')
    .filter({ has: page.getByRole('cell') });

/** Two hours: the first ends a statement, the second brings one, and has three times as many of another. */
async function sendHours(server: Server): Promise<Span> {
  const from = Math.floor(Date.now() / HOUR - 6) * HOUR;
  const said = (body: string, start: number, count: number, severity_text = 'INFO') =>
    Array.from({ length: count }, (_, at) => ({
      timestamp: new Date(start + Math.floor((at * HOUR) / count)).toISOString(),
      'service.name': 'stock',
      severity_text,
      body: body.replace('#', String(at)),
    }));
  const steady = ['shelf # counted', 'truck # unloaded', 'label # printed', 'gate # opened'];
  const second = from + HOUR;
  await server.send([
    ...steady.flatMap((body) => [...said(body, from, 100), ...said(body, second, 100)]),
    ...said('old scanner # read', from, 60),
    ...said('new scanner # is broken', second, 60, 'ERROR'),
    ...said('belt # jammed', from, 40),
    ...said('belt # jammed', second, 120),
  ]);
  return new Span(second, second + HOUR);
}

test('tells what is new, gone and more in a time', async ({ page, fresh }) => {
  const after = await sendHours(fresh);
  await page.goto(`${fresh.address}/templates?time=${after.address}`);
  await page.getByRole('radiogroup', { name: 'What is shown' }).getByText('New and gone').click();
  await expect(page).toHaveURL(/view=changes/);

  await expect(lines(page, 'New')).toHaveText(['has errors:new scanner <num> is broken060new']);
  await expect(lines(page, 'Gone')).toHaveText(['old scanner <num> read600gone']);
  // Three times as many, of 580 records instead of 500.
  await expect(lines(page, 'Changed')).toHaveText(['belt <num> jammed401202.6 ×']);
  await expect(page.getByRole('main').getByRole('status').first()).toHaveText(
    '1 new, 1 gone, 1 changed; 4 as before, 0 too rare to say',
  );
  const day = (millis: number) => new Date(millis).toISOString().slice(0, 19).replace('T', ' ');
  const clock = (millis: number) => day(millis).slice(11);
  const windows = page.getByRole('region', { name: 'Before and after' }).getByRole('definition');
  const told = (from: number, records: number) => {
    const isOneDay = day(from).slice(0, 10) === day(from + HOUR).slice(0, 10);
    const end = isOneDay ? clock(from + HOUR) : day(from + HOUR);
    return `${day(from)} – ${end}, ${records} records`;
  };
  await expect(windows).toHaveText([told(after.from - HOUR, 500), told(after.from, 580)]);
});

test('a change leads to its template, its records, and back', async ({ page, fresh }) => {
  const after = await sendHours(fresh);
  const here = `${fresh.address}/templates?time=${after.address}&view=changes`;
  await page.goto(here);
  await group(page, 'New').getByRole('link').click();
  const facts = page.getByRole('region', { name: 'The template' });
  await expect(facts.getByRole('definition').first()).toHaveText(/^60 10 % of 580$/);
  await facts.getByRole('link', { name: 'Show the records' }).click();
  await expect(page.getByRole('status').getByText('60 records', { exact: true })).toBeVisible();
  expect(new URL(page.url()).searchParams.get('time')).toBe(after.address);
  await page.goBack();
  await page.getByRole('link', { name: 'New and gone' }).click();
  await expect(lines(page, 'New')).toHaveCount(1);
  expect(new URL(page.url()).searchParams.get('view')).toBe('changes');
});
