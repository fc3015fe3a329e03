import type { Locator } from '@playwright/test';
import { Explorer } from './world/explorer';
import { expect, test } from './world/test';

test('colours follow the system while the page is open, and severities stay readable', async ({
  page,
  shop,
}) => {
  const explorer = new Explorer(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await explorer.openAt(shop.incident, { level: ['ERROR', 'WARN'] });
  await expect(explorer.rows.first()).toBeVisible();
  const chart = page.getByRole('img', { name: /^Records over time/ }).locator('canvas');
  const drawn = async () => chart.evaluate((node) => (node as HTMLCanvasElement).toDataURL());
  const inked = () =>
    chart.evaluate((node) => {
      const { width, height } = node as HTMLCanvasElement;
      const pixels = (node as HTMLCanvasElement)
        .getContext('2d')
        ?.getImageData(0, 0, width, height);
      return pixels?.data.filter((value, at) => at % 4 === 3 && value > 0).length ?? 0;
    });
  await expect.poll(inked).toBeGreaterThan(1000);
  const dark = { surface: await background(explorer.list), bars: await drawn() };
  expect(luminance(dark.surface)).toBeLessThan(0.05);
  for (const level of ['ERROR', 'WARN']) {
    const word = explorer.rows.getByText(level, { exact: true }).first();
    expect(contrast(await color(word), dark.surface), level).toBeGreaterThanOrEqual(4.5);
  }

  await page.emulateMedia({ colorScheme: 'light' });
  await expect.poll(async () => luminance(await background(explorer.list))).toBeGreaterThan(0.9);
  await expect.poll(drawn).not.toBe(dark.bars);
  const light = await background(explorer.list);
  for (const level of ['ERROR', 'WARN']) {
    const word = explorer.rows.getByText(level, { exact: true }).first();
    expect(contrast(await color(word), light), level).toBeGreaterThanOrEqual(4.5);
  }
});

test('severity is told by word and shape, and not by colour alone', async ({ page, shop }) => {
  const explorer = new Explorer(page);
  await explorer.openAt(shop.incident, { level: ['ERROR', 'WARN'] });
  const shape = (level: string) =>
    explorer.rows
      .filter({ has: page.getByText(level, { exact: true }) })
      .first()
      .locator('svg')
      .innerHTML();
  expect(await shape('ERROR')).not.toBe(await shape('WARN'));
});

type Color = readonly [number, number, number];

async function background(place: Locator): Promise<Color> {
  return parse(await place.evaluate((node) => getComputedStyle(node).backgroundColor));
}

async function color(place: Locator): Promise<Color> {
  return parse(await place.evaluate((node) => getComputedStyle(node).color));
}

function parse(css: string): Color {
  const [red, green, blue] = (css.match(/\d+/g) ?? []).map(Number);
  if (red === undefined || green === undefined || blue === undefined) throw new Error(css);
  return [red, green, blue];
}

/** How light a colour is, from 0 to 1, as WCAG has it. */
function luminance(value: Color): number {
  const [red, green, blue] = value.map((part) =>
    part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4,
  ) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: Color, b: Color): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].toSorted((one, two) => one - two);
  return (light + 0.05) / (dark + 0.05);
}
