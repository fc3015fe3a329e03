import { between, interval } from './world/api';
import { Explorer } from './world/explorer';
import { settled } from './world/settled';
import { expect, test } from './world/test';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

test('the menu is there on every page, below it', async ({ page }) => {
  await page.goto('/overview');
  for (const name of ['Explorer', 'Templates', 'Settings', 'Overview']) {
    await page.getByRole('link', { name, exact: true }).tap();
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
    await settled(page);
    const menu = page.getByRole('navigation', { name: 'Pages' });
    const box = await menu.boundingBox();
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBe(844);
  }
});

test('records are filtered and read with a finger', async ({ page, shop }) => {
  const { server, incident } = shop;
  const time = between(incident.start, incident.end);
  const explorer = new Explorer(page);
  await explorer.openAt(incident);
  await page.getByRole('button', { name: 'Facets' }).tap();
  await explorer.facet('ERROR').getByRole('checkbox').tap();
  await page.getByRole('button', { name: 'Only payments' }).tap();
  await page.getByRole('button', { name: 'Facets', exact: true }).tap();
  await expect(explorer.facets).toBeHidden();
  await explorer.expectAnswer(server, { ...time, level: 'error', service: 'payments' });

  await explorer.rows.first().tap();
  await expect(explorer.details.getByRole('tab', { name: 'Fields' })).toBeInViewport();
  await explorer.details.getByRole('tab', { name: 'JSON' }).tap();
  await page.getByRole('button', { name: /^Close the details/ }).tap();
  await expect(explorer.details).toHaveCount(0);

  await page.getByRole('button', { name: /^Time: / }).tap();
  const apply = page.getByRole('button', { name: 'Apply' });
  await expect(apply).toBeInViewport({ ratio: 1 });
  await page.getByRole('textbox', { name: 'Time' }).fill('3h');
  await apply.tap();
  await expect(page.getByRole('button', { name: 'Time: last 3 h' })).toBeInViewport({ ratio: 1 });
});

test('templates are filtered and opened with a finger', async ({ page, shop }) => {
  const { incident } = shop;
  await page.goto(`/templates?time=${interval(incident.start, incident.end)}`);
  await page.getByRole('button', { name: 'Service', exact: true }).tap();
  const payments = page.getByRole('checkbox', { name: /^payments/ });
  await expect(payments).toBeInViewport();
  await payments.tap();
  await expect(page).toHaveURL(/service=payments/);
});
