import type { components } from '../src/lib/api/schema';
import { askLogs, counted } from './world/api';
import { Explorer } from './world/explorer';
import { expect, test } from './world/test';

const RATE = 5000;
const MOST_KEPT = 5000;

test('a live tail goes on at 5,000 records a second, and accounts for each', async ({
  page,
  fresh,
}) => {
  test.slow();
  const explorer = new Explorer(page);
  const { rows } = explorer;
  const state = (text: RegExp) => page.getByRole('status').filter({ hasText: text });
  await page.goto(`${fresh.address}/explorer?live=1`);
  await expect(state(/^Live$/)).toBeVisible();
  // However long this takes here, they come while the page is used.
  const enough = new AbortController();
  const stream = fresh.generateUntil(enough.signal, '--rate', String(RATE), '--seed', '3');

  // The page can be used meanwhile.
  await expect(rows.first()).toBeVisible();
  await explorer.list.hover();
  await page.mouse.wheel(0, 600);
  await expect(state(/^Paused$/)).toBeVisible();
  const pill = page.getByRole('button', { name: /^. [\d.]+K?( or more)? new$/ });
  await expect(pill).toBeVisible();
  const held = await rows.allTextContents();
  await expect(pill).toHaveText(/or more new$/);
  expect(await rows.allTextContents()).toEqual(held);
  await pill.click();
  await expect(state(/^Live$/)).toBeVisible();
  await expect(pill).toHaveCount(0);

  // A click opens the details, which is a pause too.
  await rows.first().click();
  await expect(explorer.details).toBeVisible();
  await expect(state(/^Paused$/)).toBeVisible();
  const chosen = explorer.list.getByRole('row', { selected: true });
  const before = Number(await chosen.getAttribute('aria-rowindex'));
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('k');
  await expect(chosen).toHaveAttribute('aria-rowindex', String(before + 1));
  await expect(pill).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(state(/^Live$/)).toBeVisible();

  enough.abort();
  await stream;
  const { received, outcomes } =
    await fresh.json<components['schemas']['Ledger']>('/api/v1/ledger');
  expect(outcomes.stored).toBe(received);
  await expect
    .poll(async () => {
      const came = await page.getByText(/ since it began$/).textContent();
      const missed = page.getByText(/ not shown here/);
      const left = (await missed.count()) === 0 ? '0' : await missed.textContent();
      return numberIn(came) + numberIn(left);
    })
    .toBe(received);
  expect(Number(await explorer.list.getAttribute('aria-rowcount'))).toBeLessThanOrEqual(
    MOST_KEPT + 1,
  );
  const [newest] = (await askLogs(fresh, {}, 1)).logs;
  await expect(
    rows.filter({ hasText: newest?.timestamp.slice(11, 23) ?? '' }).first(),
  ).toBeVisible();
});

test('a live tail shows what meets its filters, and what was before', async ({ page, fresh }) => {
  const now = Date.now();
  const record = { 'service.name': 'till' };
  await fresh.send([
    { ...record, timestamp: now - 60_000, level: 'error', body: 'failed before' },
    { ...record, timestamp: now - 60_000, level: 'info', body: 'fine before' },
  ]);
  const explorer = new Explorer(page);
  await page.goto(`${fresh.address}/explorer?live=1&level=ERROR`);
  await expect(explorer.rows).toHaveText([/failed before$/]);
  await fresh.send([
    { ...record, timestamp: Date.now(), level: 'error', body: 'failed now' },
    { ...record, timestamp: Date.now(), level: 'info', body: 'fine now' },
  ]);
  await expect(explorer.rows).toHaveText([/failed now$/, /failed before$/]);
  await expect(page.getByText(`${counted(1)} since it began`)).toBeVisible();

  await explorer.search('body contains now');
  await expect(explorer.rows).toHaveText([/failed now$/]);
  await page.getByRole('button', { name: 'Clear all' }).click();
  await expect(explorer.rows).toHaveText([/fine now$/, /failed now$/]);
});

test('what waits while details are open is offered, and shown when they close', async ({
  page,
  fresh,
}) => {
  const record = { 'service.name': 'till', level: 'info' };
  await fresh.send([{ ...record, timestamp: Date.now() - 60_000, body: 'first' }]);
  const explorer = new Explorer(page);
  await page.goto(`${fresh.address}/explorer?live=1`);
  await explorer.row('first').click();
  await expect(explorer.details).toBeVisible();
  await fresh.send([{ ...record, timestamp: Date.now(), body: 'second' }]);
  await expect(page.getByRole('button', { name: '\u2191 1 new' })).toBeVisible();
  await expect(explorer.rows).toHaveText([/first$/]);
  await page.keyboard.press('Escape');
  await expect(explorer.rows).toHaveText([/second$/, /first$/]);
});

/** The first whole number that a text tells. */
function numberIn(text: string | null): number {
  return Number((/[\d,]+/.exec(text ?? '')?.[0] ?? '').replaceAll(',', ''));
}
