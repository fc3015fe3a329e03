import { settled } from './world/settled';
import { test } from './world/test';
import { viewsOf } from './world/views';

/** Takes a picture of every view, for the documentation and for who judges its looks. */
const PLACE = process.env['PICTURES'] ?? 'target/pictures';

for (const colorScheme of ['light', 'dark'] as const) {
  for (const [size, width, height] of [
    ['laptop', 1366, 768],
    ['phone', 390, 844],
  ] as const) {
    test.describe(`${size}, ${colorScheme}`, () => {
      test.use({ colorScheme, viewport: { width, height } });

      test('pictures', async ({ page, shop }) => {
        test.setTimeout(300_000);
        for (const { name, at } of await viewsOf(shop)) {
          await page.goto(at);
          await settled(page);
          await page.mouse.move(0, 0);
          await page.screenshot({ path: `${PLACE}/${name}-${size}-${colorScheme}.png` });
        }
      });
    });
  }
}
