import type { Page } from '@playwright/test';
import { interval } from './world/api';
import { errorOf } from './world/shop';
import { expect, test } from './world/test';

test('the menu can be skipped', async ({ page }) => {
  await page.goto('/explorer');
  await expect(page.getByRole('button', { name: 'Live' })).toBeVisible();
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Skip the menu' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Live' })).toBeFocused();
});

test('Tab goes through the explorer as it is read', async ({ page, fresh }) => {
  await fresh.send([
    { timestamp: Date.now() - 60_000, level: 'info', body: 'paid', 'service.name': 'till' },
  ]);
  await page.goto(`${fresh.address}/explorer?query=paid&service=till`);
  const row = page.getByRole('grid').getByRole('row').filter({ hasText: 'paid' });
  await expect(row).toBeVisible();
  await expect(page.getByRole('checkbox')).toHaveCount(2);
  await row.click();
  await page.getByRole('link', { name: 'Settings' }).focus();
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  for (const next of [
    ...[button('Search').first(), button('Keys'), page.getByRole('link', { name: 'API' })],
    ...[button('Live'), button('Views'), button('Share'), button('Back by one range')],
    ...[button('Time: last 1 h'), button('Forward by one range')],
    ...[page.getByRole('combobox', { name: 'Query' }), button('Clear the query')],
    ...[button('Search').last(), button('Facets')],
    ...[button('Remove the filter service = till'), button('Clear all')],
    ...[page.getByRole('radio', { name: 'Lines' }), button('Export'), button('Columns')],
    ...[button('Ask again'), page.getByRole('grid'), button('Row before (K)')],
    ...[button('Next row (J)'), button('Close the details (Esc)'), button('Copy the message')],
  ]) {
    await page.keyboard.press('Tab');
    await expect(next).toBeFocused();
  }
});

test('what has the focus is seen, on every page', async ({ page, shop }) => {
  const { incident } = shop;
  const time = interval(incident.start, incident.end);
  const record = await errorOf(shop);
  for (const [path, heading] of [
    [`/overview?time=${time}`, 'Overview'],
    [`/explorer?time=${time}&level=ERROR`, 'Explorer'],
    [`/templates?time=${time}`, 'Templates'],
    [`/templates/${record.template_id}?time=${time}`, 'Template'],
    [`/traces/${record.trace_id}`, 'Trace'],
    ['/settings', 'Settings'],
  ] as const) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1, name: heading, exact: true })).toBeVisible();
    await page.waitForLoadState('networkidle');
    await page.getByRole('main').focus();
    expect(await unseenStops(page), heading).toEqual([]);
  }
});

/* More places are of the same kinds. */
const MOST_STOPS = 12;

/** The places that Tab leads to at which nothing looks other than without the focus. */
async function unseenStops(page: Page): Promise<string[]> {
  const unseen: string[] = [];
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    await page.keyboard.press('Tab');
    const focused = page.locator(':focus');
    // Behind the last place is the window of the browser.
    if ((await focused.count()) === 0) break;
    const element = await focused.elementHandle();
    const box = await element.boundingBox();
    if (box === null) throw new Error('what has the focus has no place');
    const clip = around(box, page.viewportSize());
    const withFocus = clip && (await page.screenshot({ clip, animations: 'disabled' }));
    await element.evaluate((node) => (node as HTMLElement).blur());
    const without = clip && (await page.screenshot({ clip, animations: 'disabled' }));
    await element.evaluate((node) => (node as HTMLElement).focus());
    if (!withFocus || !without || withFocus.equals(without)) {
      unseen.push(await element.evaluate((node) => (node as HTMLElement).outerHTML.slice(0, 200)));
    }
  }
  return unseen;
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What of a place and its edge is on the screen; null if nothing is. */
function around(box: Box, screen: { width: number; height: number } | null): Box | null {
  const edge = 4;
  const x = Math.max(box.x - edge, 0);
  const y = Math.max(box.y - edge, 0);
  const width = Math.min(box.x + box.width + edge, screen?.width ?? 0) - x;
  const height = Math.min(box.y + box.height + edge, screen?.height ?? 0) - y;
  return width > 0 && height > 0 ? { x, y, width, height } : null;
}
