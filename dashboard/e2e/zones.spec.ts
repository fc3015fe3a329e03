import { interval } from './world/api';
import { Explorer } from './world/explorer';
import { Server } from './world/server';
import { expect, test } from './world/test';

/* In Newfoundland clocks went back from 02:00 to 01:00 at 04:30 UTC on this day. */
const MOMENTS = [
  '2026-11-01T03:45:00.125Z',
  '2026-11-01T04:29:59.999Z',
  '2026-11-01T04:30:00.000Z',
  '2026-11-01T05:15:00.250Z',
];

const ZONES = [
  {
    zone: 'America/St_Johns',
    clocks: ['01:15:00.125', '01:59:59.999', '01:00:00.000', '01:45:00.250'],
    offsets: ['UTC-02:30', 'UTC-02:30', 'UTC-03:30', 'UTC-03:30'],
    typed: '2026-11-01 00:30 .. 2026-11-01 02:30',
    from: '2026-11-01T03:00:00Z',
    to: '2026-11-01T06:00:00Z',
  },
  {
    zone: 'Asia/Kolkata',
    clocks: ['09:15:00.125', '09:59:59.999', '10:00:00.000', '10:45:00.250'],
    offsets: ['UTC+05:30', 'UTC+05:30', 'UTC+05:30', 'UTC+05:30'],
    typed: '2026-11-01 08:30 .. 2026-11-01 11:30',
    from: '2026-11-01T03:00:00Z',
    to: '2026-11-01T06:00:00Z',
  },
] as const;

test.describe('in another zone', () => {
  let server: Server;
  test.beforeAll(async () => {
    server = await Server.start();
    await server.send(
      MOMENTS.map((timestamp, at) => ({ timestamp, level: 'info', body: `moment ${at}` })),
    );
  });
  test.afterAll(() => server.close());

  test.describe('UTC beside the zone of the browser', () => {
    test.use({ timezoneId: 'Asia/Kolkata' });

    test('is chosen without losing what is being typed', async ({ page }) => {
      const explorer = new Explorer(page);
      await page.goto(
        `${server.address}/explorer?time=${interval('2026-11-01T03:00:00Z', '2026-11-01T06:00:00Z')}`,
      );
      const time = explorer.row('moment 0').getByRole('gridcell').first();
      await expect(time).toContainText('09:15:00.125');
      await explorer.query.fill('body contains "mom');
      const picker = page.getByRole('button', { name: /^Time: / });
      await picker.click();
      await page.locator('label', { hasText: /^UTC$/ }).click();
      await expect(time).toContainText('03:45:00.125');
      await expect(picker).toHaveText('2026-11-01 03:00:00 \u2013 06:00:00');
      await expect(explorer.query).toHaveValue('body contains "mom');
    });
  });

  for (const { zone, clocks, offsets, typed, from, to } of ZONES) {
    test.describe(zone, () => {
      test.use({ timezoneId: zone });

      test('times are of the zone, and addresses of all', async ({ page, visit }) => {
        const explorer = new Explorer(page);
        await page.goto(`${server.address}/explorer`);
        await page.getByRole('button', { name: /^Time: / }).click();
        await page.getByRole('textbox', { name: 'Time' }).fill(typed);
        await page.getByRole('button', { name: 'Apply' }).click();
        await expect
          .poll(() => new URL(page.url()).searchParams.get('time'))
          .toBe(interval(from, to));
        const newestFirst = clocks.map((_, at) => clocks.length - 1 - at);
        const times = (list: Explorer) =>
          list.rows.getByRole('gridcell').filter({ hasText: /:\d\d\.\d{3}$/ });
        await expect(times(explorer)).toHaveText(
          newestFirst.map((at) => new RegExp(`${clocks[at] ?? ''}$`)),
        );
        await expect(
          page.getByRole('button', {
            name: `Time: ${typed.replace(' .. 2026-11-01 ', ':00 \u2013 ')}:00`,
          }),
        ).toBeVisible();
        const chart = page.getByRole('img', { name: /^Records over time/ });
        await expect(chart).toHaveAccessibleName(
          new RegExp(`from 2026-11-01 ${clocks[0].slice(0, 2)}:`),
        );
        for (const [at, offset] of offsets.entries()) {
          await explorer.row(`moment ${at}`).click();
          await expect(explorer.details).toContainText(offset);
          await expect(explorer.details).toContainText(
            `2026-11-01 ${clocks[at] ?? ''}`.replace('.000', ''),
          );
        }

        await page.getByRole('button', { name: 'Share' }).click();
        const link = await page.getByRole('textbox', { name: /link/i }).inputValue();
        const there = new Explorer(await visit({ timezoneId: 'UTC' }));
        await there.page.goto(link);
        await expect(times(there)).toHaveText(
          newestFirst.map((at) => new RegExp(`${MOMENTS[at]?.slice(11, 23) ?? ''}$`)),
        );
      });
    });
  }
});
