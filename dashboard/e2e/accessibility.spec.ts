import { expectAccessible } from './world/axe';
import { expect, test } from './world/test';
import { settled } from './world/settled';
import { viewsOf } from './world/views';

const SIZES = [
  { name: 'laptop', width: 1366, height: 768 },
  { name: 'phone', width: 390, height: 844 },
] as const;

for (const colorScheme of ['light', 'dark'] as const) {
  for (const { name, ...viewport } of SIZES) {
    test.describe(`${colorScheme}, ${name}`, () => {
      test.use({ colorScheme, viewport });

      test('every view can be used by everybody', async ({ page, shop }) => {
        test.setTimeout(240_000);
        for (const view of await viewsOf(shop)) {
          await test.step(view.name, async () => {
            await page.goto(view.at);
            await settled(page);
            await expectAccessible(page);
            const { scrollWidth, clientWidth } = await page.evaluate(
              () => document.documentElement,
            );
            expect(scrollWidth, 'wider than its window').toBe(clientWidth);
          });
        }
      });
    });
  }
}
