import { expectAccessible } from './world/axe';
import { signIn } from './world/signIn';
import { expect, test } from './world/test';

// Browsers log each answer that refuses.
test.use({ expectedFaults: [/status of 401/] });

test('lets in who has a token, to the page that was asked for', async ({ page, guarded }) => {
  await guarded.send([{ body: 'hello', 'service.name': 'greeter' }]);
  await page.goto(`${guarded.address}/explorer?query=service+%3D+greeter&time=2h`);
  await expect(page.getByRole('heading', { name: 'Sign in', level: 1 })).toBeVisible();
  await expectAccessible(page);

  const button = page.getByRole('button', { name: 'Sign in' });
  await expect(button).toBeDisabled();
  await page.getByLabel('Token', { exact: true }).fill('wn_wrong');
  await button.click();
  await expect(page.getByRole('alert')).toContainText(/token/i);
  await expect(page.getByLabel('Token', { exact: true })).toHaveValue('wn_wrong');

  await signIn(page, guarded.token);
  await expect(page.getByRole('combobox', { name: 'Query' })).toHaveValue('service = greeter');
  await expect(page.getByRole('status').getByText('1 record', { exact: true })).toBeVisible();
  await expect(page).toHaveURL(`${guarded.address}/explorer?query=service+%3D+greeter&time=2h`);

  await page.reload();
  await expect(page.getByRole('status').getByText('1 record', { exact: true })).toBeVisible();
});

test('keeps the token from the page, and forgets who signs out', async ({ page, guarded }) => {
  await page.goto(`${guarded.address}/settings`);
  await signIn(page, guarded.token);
  await expect(page.getByRole('main')).toContainText('admin, of tenant default');
  const kept = await page.evaluate(() =>
    JSON.stringify([document.cookie, Object.entries(localStorage), Object.entries(sessionStorage)]),
  );
  expect(kept).not.toContain(guarded.token);

  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('heading', { name: 'Sign in', level: 1 })).toBeVisible();
  await page.goto(`${guarded.address}/overview`);
  await expect(page.getByRole('heading', { name: 'Sign in', level: 1 })).toBeVisible();
  expect((await page.request.get(`${guarded.address}/api/v1/ledger`)).status()).toBe(401);
});
