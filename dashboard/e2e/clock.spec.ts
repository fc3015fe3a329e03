import { Explorer } from './world/explorer';
import { expect, test } from './world/test';

const HOUR = 3_600_000;

test('ranges end by the clock of the server, and who has another is told', async ({
  page,
  fresh,
}) => {
  await fresh.send([{ timestamp: Date.now(), level: 'info', body: 'paid just now' }]);
  await page.clock.install({ time: Date.now() - 3 * HOUR });
  const explorer = new Explorer(page);
  await page.goto(`${fresh.address}/explorer?time=15m`);
  await expect(explorer.row('paid just now')).toBeVisible();
  const note = page.getByRole('status').filter({
    hasText: /^The clock of this computer is (3 h|2 h 59 min) behind the clock of Winnow/,
  });
  await expect(note).toBeVisible();
  await page.getByRole('button', { name: 'Close this note' }).click();
  await expect(note).toHaveCount(0);
});
