import { expect, type Page, test } from '@playwright/test';
import { quantile, report, spread } from './figures';
import { scriptingByFrame, type TraceEvent } from './scripting';
import { type Interaction, rest, timed, watch } from './watch';

/** Measures the pages of a server that holds many records; `bench/dashboard.sh` starts it and says which time they are of. */
const TIME = process.env['TIME'] ?? '24h';
const RUNS = Number(process.env['RUNS'] ?? 15);
const ROWS = Number(process.env['ROWS'] ?? 100_000);

// The length of an animation is chosen, not reached.
test.use({
  baseURL: process.env['SERVER'] ?? 'http://127.0.0.1:8005',
  contextOptions: { reducedMotion: 'reduce' },
});
test.setTimeout(1_800_000);

/** When a page, of which the browser knows nothing yet, first shows what `words` name. */
async function firstShown(page: Page, address: string, words: string): Promise<number> {
  await page.addInitScript((wanted) => {
    const seen = new MutationObserver(() => {
      if (!document.body.innerText.includes(wanted)) return;
      seen.disconnect();
      requestAnimationFrame(() => setTimeout(() => performance.mark('meaningful')));
    });
    seen.observe(document, { subtree: true, childList: true, characterData: true });
  }, words);
  await page.goto(address);
  await page.waitForFunction(() => performance.getEntriesByName('meaningful').length > 0);
  return page.evaluate(() => performance.getEntriesByName('meaningful')[0]?.startTime ?? NaN);
}

for (const [name, address, words] of [
  ['overview: what is stored', `/overview?time=${TIME}`, 'records stored'],
  ['explorer: rows', `/explorer?time=${TIME}`, 'INFO\n'],
  ['templates: rows', `/templates?time=${TIME}`, 'INFO '],
] as const)
  test(`first meaningful paint of ${name}`, async ({ browser, baseURL }) => {
    const times: number[] = [];
    for (let run = 0; run < RUNS; run++) {
      const context = await browser.newContext({ baseURL: baseURL ?? '' });
      times.push(await firstShown(await context.newPage(), address, words));
      await context.close();
    }
    await report(`first meaningful paint, ${name}: ms p50 / p95 / most`, spread(times), '< 1000');
  });

test('interactions', async ({ page }) => {
  await watch(page);
  const all: Interaction[] = [];
  const measure = async (name: string, act: () => Promise<void>, back?: () => Promise<void>) => {
    const found: Interaction[] = [];
    for (let run = 0; run < RUNS; run++) {
      found.push(await timed(page, act));
      if (back) found.push(await timed(page, back));
    }
    all.push(...found);
    await report(
      `${name}: ms beyond the query, and with it, p50 / p95 / most`,
      `${spread(found.map(({ beyond }) => beyond))}, ${spread(found.map(({ whole }) => whole))}`,
    );
  };
  const keys = (key: string) => () => page.keyboard.press(key);

  await page.goto(`/explorer?time=${TIME}`);
  await rest(page);
  const level = page.getByRole('checkbox', { name: /ERROR/ });
  await measure(
    'choose a facet',
    () => level.click(),
    () => level.click(),
  );
  await measure(
    'collapse by template',
    () => page.getByText('By template', { exact: true }).click(),
    () => page.getByText('Lines', { exact: true }).click(),
  );
  await measure('next row', keys('j'));
  await measure('open and close details', keys('Enter'), keys('Escape'));
  const query = page.getByRole('combobox', { name: /query/i });
  await query.fill('level >= error');
  await measure('run a query', async () => {
    await query.focus();
    await page.keyboard.press('Enter');
  });
  await query.fill('');
  await measure('type into the query', async () => {
    await query.focus();
    await page.keyboard.press('l');
  });

  await page.goto(`/overview?time=${TIME}`);
  await rest(page);
  await measure(
    'volume by service, by severity',
    () => page.getByText('Service', { exact: true }).click(),
    () => page.getByText('Severity', { exact: true }).click(),
  );

  await page.goto(`/templates?time=${TIME}`);
  await rest(page);
  await measure(
    'sort templates',
    () => page.getByRole('columnheader').getByRole('button', { name: /Bytes/ }).click(),
    () =>
      page
        .getByRole('columnheader')
        .getByRole('button', { name: /Records/ })
        .click(),
  );
  await measure('open the palette', keys('Control+k'), keys('Escape'));
  await measure(
    'go to the explorer and back',
    async () => {
      await page.keyboard.press('g');
      await page.keyboard.press('e');
    },
    async () => {
      await page.keyboard.press('g');
      await page.keyboard.press('t');
    },
  );
  const beyond = all.map(({ beyond: millis }) => millis);
  await report(
    `**all ${all.length} interactions**, ms beyond the query, p50 / p95 / most`,
    `**${spread(beyond)}**`,
    'p95 < 100',
  );
  expect(quantile(beyond, 0.5)).toBeGreaterThan(0);
});

test('scrolling', async ({ page, browser }) => {
  await page.goto(`/explorer?time=${TIME}`);
  const list = page.getByRole('grid', { name: /Records/ });
  await expect(list).toBeVisible();
  const begun = Date.now();
  let rows = 0;
  while (rows < ROWS) {
    rows = await list.evaluate((element) => {
      element.scrollTop = element.scrollHeight;
      return Math.floor(element.scrollHeight / 24);
    });
    await page.waitForTimeout(20);
  }
  const loaded = (Date.now() - begun) / 1000;
  const cdp = await page.context().newCDPSession(page);
  const box = await list.boundingBox();
  if (box === null) throw new Error('no list');
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  await browser.startTracing(page, {
    categories: [
      'devtools.timeline',
      'devtools.timeline.frame',
      'disabled-by-default-devtools.timeline',
      'disabled-by-default-devtools.timeline.frame',
      'v8',
    ],
  });
  for (const yDistance of [30_000, -30_000, 30_000, -30_000])
    await cdp.send('Input.synthesizeScrollGesture', {
      ...middle,
      yDistance,
      speed: 6000,
      gestureSourceType: 'mouse',
    });
  const trace = JSON.parse((await browser.stopTracing()).toString()) as {
    traceEvents: TraceEvent[];
  };
  const frames = scriptingByFrame(trace.traceEvents);
  const heap = await page.evaluate(
    () => (performance as unknown as { memory: { usedJSHeapSize: number } }).memory.usedJSHeapSize,
  );
  await report(
    `scrolling ${rows} rows: ms of scripting a frame, median / p95 / most of ${frames.length} frames`,
    [0.5, 0.95, 1].map((share) => quantile(frames, share).toFixed(1)).join(' / '),
    'median <= 8',
  );
  await report(
    'loading these rows by scrolling: s; MB of heap',
    `${loaded.toFixed(0)}; ${(heap / 1e6).toFixed(0)}`,
  );
});
