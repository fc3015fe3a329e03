import type { Page } from '@playwright/test';
import type { components } from '../src/lib/api/schema';
import { formatCount } from '../src/lib/format/numbers';
import type { Shop } from './world/shop';
import { Span } from './world/span';
import { expect, test } from './world/test';

type Histogram = components['schemas']['Histogram'];

const WORST_FIRST = ['FATAL', 'ERROR', 'WARN', 'INFO', 'DEBUG', 'TRACE'];

const volume = (page: Page) => page.getByRole('region', { name: /^Volume/ });
const plot = (page: Page) => volume(page).locator('.u-over');

async function histogram({ server, hour }: Shop, by: string): Promise<Histogram> {
  return server.json<Histogram>(`/api/logs/histogram?${hour.asked}&by=${by}`);
}

/** What the chart says to those who do not see it. */
function described({ buckets, groups, by }: Histogram): string {
  const order =
    by === 'severity'
      ? (a: { name: string }, b: { name: string }) =>
          WORST_FIRST.indexOf(a.name) - WORST_FIRST.indexOf(b.name)
      : (a: { count: number }, b: { count: number }) => b.count - a.count;
  const sorted = groups.toSorted(order);
  const [kept, rest] = by === 'severity' ? [sorted, []] : [sorted.slice(0, 8), sorted.slice(8)];
  const others = rest.reduce((sum, { count }) => sum + count, 0);
  const kinds = kept.map(({ name, count }) => `${formatCount(count)} ${name}`);
  if (others > 0) kinds.push(`${formatCount(others)} others`);
  const most = Math.max(...buckets.map(({ count }) => count));
  const peak = buckets.find(({ count }) => count === most)?.time ?? '';
  return (
    `Records by ${by}: ${kinds.join(', ')}; ` +
    `the most, ${formatCount(most)}, from ${clock(Date.parse(peak))}`
  );
}

function clock(millis: number): string {
  return new Date(millis).toISOString().slice(0, 19).replace('T', ' ');
}

/** The colours that are on the canvas and those that severities have, as red, green and blue. */
async function colours(page: Page) {
  return volume(page)
    .locator('canvas')
    .evaluate(
      (canvas: HTMLCanvasElement, names) => {
        const pixels = (context: CanvasRenderingContext2D | null, width: number, height: number) =>
          context?.getImageData(0, 0, width, height).data ?? new Uint8ClampedArray();
        const found = new Set<string>();
        const drawn = pixels(canvas.getContext('2d'), canvas.width, canvas.height);
        for (let at = 0; at < drawn.length; at += 4) {
          if (drawn[at + 3] === 255) found.add(drawn.slice(at, at + 3).join());
        }
        const styles = getComputedStyle(document.documentElement);
        const probe = document.createElement('canvas').getContext('2d');
        const wanted = names.map((name) => {
          if (probe) probe.fillStyle = styles.getPropertyValue(`--severity-${name}`);
          probe?.fillRect(0, 0, 1, 1);
          return pixels(probe, 1, 1).slice(0, 3).join();
        });
        return { wanted, drawn: wanted.filter((colour) => found.has(colour)) };
      },
      ['error', 'warn', 'info', 'debug'],
    );
}

test.beforeEach(async ({ page, shop }) => {
  await page.goto(`/overview?time=${shop.hour.address}`);
});

test('draws the severities, and tells them in words', async ({ page, shop }) => {
  const counted = await histogram(shop, 'severity');
  await expect(
    page.getByRole('heading', { name: `Volume: ${formatCount(counted.total)} records` }),
  ).toBeVisible();
  await expect(volume(page).getByRole('img', { name: described(counted) })).toBeVisible();
  await expect
    .poll(async () => {
      const { wanted, drawn } = await colours(page);
      return drawn.length === wanted.length && new Set(drawn).size === 4;
    })
    .toBe(true);
});

test('tells services apart where that is chosen', async ({ page, shop }) => {
  await volume(page).getByRole('radiogroup').getByText('Service').click();
  const name = described(await histogram(shop, 'service'));
  await expect(volume(page).getByRole('img', { name })).toBeVisible();
  await expect(page).toHaveURL(/[?&]by=service/);
  await volume(page).getByRole('radio', { name: 'Service' }).press('ArrowLeft');
  await expect(volume(page).getByRole('radio', { name: 'Severity' })).toBeChecked();
  await expect(page).not.toHaveURL(/[?&]by=service/);
});

test('tells the counts of the bar that is pointed at', async ({ page, shop }) => {
  const { buckets, groups } = await histogram(shop, 'severity');
  const at = 12;
  const { x, y, width, height } = (await plot(page).boundingBox()) ?? new DOMRect();
  await page.mouse.move(x + ((at + 0.5) / buckets.length) * width, y + height / 2);
  const { time = '', counts = {} } = buckets[at] ?? {};
  const rows = WORST_FIRST.filter((name) => groups.some((group) => group.name === name))
    .filter((name) => (counts[name] ?? 0) > 0)
    .map((name) => `${name}${formatCount(counts[name] ?? 0)}`);
  await expect(plot(page)).toHaveText(`${clock(Date.parse(time))}${rows.join('')}`);
});

test('makes the bars that are brushed the time of the page', async ({ page, shop }) => {
  const { buckets, interval_seconds: interval } = await histogram(shop, 'severity');
  const { x, y, width, height } = (await plot(page).boundingBox()) ?? new DOMRect();
  const [from, to] = [10, 14];
  const place = (at: number) => x + ((at + 0.5) / buckets.length) * width;
  await page.mouse.move(place(from), y + height / 2);
  await page.mouse.down();
  await page.mouse.move(place(to), y + height / 2, { steps: 4 });
  await page.mouse.up();
  const start = (at: number) => Date.parse(buckets[at]?.time ?? '');
  const brushed = new Span(start(from), start(to) + interval * 1000);
  await expect(page).toHaveURL(`/overview?time=${brushed.address}`);
  const inside = buckets.slice(from, to + 1).reduce((sum, { count }) => sum + count, 0);
  await expect(
    page.getByRole('heading', { name: `Volume: ${formatCount(inside)} records` }),
  ).toBeVisible();
  await page.goBack();
  await expect(page).toHaveURL(`/overview?time=${shop.hour.address}`);
});
