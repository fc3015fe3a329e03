import type { Page } from '@playwright/test';
import type { components } from '../src/lib/api/schema';
import { expectAccessible } from './world/axe';
import type { Server } from './world/server';
import { signIn } from './world/signIn';
import { expect, test } from './world/test';

type Schemas = components['schemas'];

test.use({
  permissions: ['clipboard-read', 'clipboard-write'],
  // Browsers log each answer that refuses, as that to whose token is revoked.
  expectedFaults: [/status of 401/],
});

const DAY = 86_400_000;

async function open(page: Page, server: Server, tab: string) {
  await page.goto(`${server.address}/settings?tab=${tab}`);
}

/** Chooses an entry of a list that opens. */
async function choose(page: Page, list: string, entry: string) {
  await page.getByRole('combobox', { name: list }).click();
  await page.getByRole('option', { name: entry }).click();
}

/** Presses what cannot be undone, and says yes. */
async function confirm(page: Page, name: string, action: string) {
  await page.getByRole('button', { name }).click();
  await page.getByRole('dialog').getByRole('button', { name: action, exact: true }).click();
}

async function statusFor(server: Server, token: string, method = 'GET'): Promise<number> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const answer =
    method === 'GET'
      ? await fetch(`${server.address}/api/v1/ledger`, { headers })
      : await fetch(`${server.address}/api/logs`, { method, headers, body: '{"body": "hi"}' });
  return answer.status;
}

test('makes a token, shows its secret once, and revokes it', async ({ page, guarded }) => {
  await open(page, guarded, 'tokens');
  await signIn(page, guarded.token);
  await page.getByLabel('New token for').fill('the shipper');
  await choose(page, 'Role', 'viewer: reads');
  await choose(page, 'Accepted', 'for 30 days');
  await page.getByRole('button', { name: 'Make it' }).click();

  const shown = page.getByRole('status').filter({ hasText: 'The secret of the shipper' });
  await shown.getByRole('button', { name: 'Copy the secret' }).click();
  const secret = await page.evaluate(async () => navigator.clipboard.readText());
  await expect(shown.getByText(secret, { exact: true })).toBeVisible();
  expect(await statusFor(guarded, secret)).toBe(200);
  expect(await statusFor(guarded, secret, 'POST')).toBe(403);

  const { tokens } = await guarded.json<{ tokens: Schemas['Token'][] }>('/api/v1/tokens');
  const made = tokens.find(({ name }) => name === 'the shipper');
  expect(made).toMatchObject({ role: 'viewer', revoked: null });
  expect(
    Math.round((Date.parse(made?.expires ?? '') - Date.parse(made?.created ?? '')) / DAY),
  ).toBe(30);

  const row = page.getByRole('row', { name: /^the shipper/ });
  await expect(row.getByRole('cell').nth(1)).toHaveText('viewer');
  await expect(row.getByRole('cell').nth(4)).toHaveText(/^in (29|30) days$/);
  await expectAccessible(page);

  await page.getByRole('button', { name: 'I have it' }).click();
  await page.reload();
  await expect(row).toBeVisible();
  await expect(page.getByText(secret)).toBeHidden();

  await page.getByRole('button', { name: 'Revoke the shipper' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Keep' }).click();
  expect(await statusFor(guarded, secret)).toBe(200);
  await confirm(page, 'Revoke the shipper', 'Revoke');
  await expect(row.getByRole('cell').nth(4)).toHaveText('revoked');
  await expect(page.getByRole('button', { name: 'Revoke the shipper' })).toBeHidden();
  expect(await statusFor(guarded, secret)).toBe(401);
});

test('shows a viewer nothing that only administrators may do', async ({ page, guarded }) => {
  const answer = await guarded.ask('/api/v1/tokens', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'reader', role: 'viewer', expires: null }),
  });
  const { secret } = (await answer.json()) as { secret: string };
  await open(page, guarded, 'tokens');
  await signIn(page, secret);
  await expect(page.getByRole('main')).toContainText('reader, viewer, of tenant default');
  await expect(page.getByRole('tab')).toHaveText(['Price', 'Saved views']);
  await expect(page.getByRole('tabpanel')).toContainText('No price is set.');
  await expect(page.getByRole('tabpanel').getByRole('button')).toHaveCount(0);
  await expect(page.getByRole('tabpanel').getByRole('textbox')).toHaveCount(0);
});

test('sets how long records are kept', async ({ page, fresh }) => {
  await open(page, fresh, 'retention');
  const age = page.getByLabel('How long default is kept');
  await expect(age).toHaveValue('90d');
  await age.fill('14d');
  await page.getByLabel('How many bytes of the disk default may take').fill('2 GB');
  await confirm(page, 'Save the retention of default', 'Save');
  await expect(page.getByRole('button', { name: 'Save the retention of default' })).toBeHidden();
  await expect(page.getByRole('main')).toBeFocused();
  const { retention_classes: classes } = await fresh.json<{
    retention_classes: Schemas['RetentionClass'][];
  }>('/api/v1/retention_classes');
  expect(classes).toMatchObject([{ name: 'default', max_age: '14d', max_bytes: 2e9 }]);
  await page.reload();
  await expect(age).toHaveValue('14d');
});

test('sets a quota, tells how much of it is used, and removes it', async ({ page, fresh }) => {
  await fresh.send(Array.from({ length: 5 }, (_, at) => ({ body: `n ${at}`, service: 'cart' })));
  await open(page, fresh, 'quotas');
  await page.getByLabel('Service').fill('cart');
  const records = page.getByLabel('Records a day');
  await records.fill('many');
  await expect(page.getByText('as 1,000,000')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Set it' })).toBeDisabled();
  await records.fill('20');
  await page.getByRole('button', { name: 'Set it' }).click();
  const row = page.getByRole('row', { name: /^cart/ });
  await expect(row.getByRole('cell')).toHaveText(['cart', '20', 'no limit', '25 %', 'Remove']);
  const listed = async () =>
    (await fresh.json<{ quotas: Schemas['Quota'][] }>('/api/v1/quotas')).quotas;
  expect(await listed()).toMatchObject([{ service: 'cart', max_records: 20, max_bytes: null }]);
  await confirm(page, 'Remove the quota of cart', 'Remove');
  await expect(page.getByText('There is no quota: all that comes is kept.')).toBeVisible();
  expect(await listed()).toEqual([]);
});

test('lists saved views, and removes one', async ({ page, fresh }) => {
  await fresh.send([{ body: 'hello', service: 'greeter' }]);
  await page.goto(`${fresh.address}/explorer?query=service+%3D+greeter`);
  await page.getByRole('button', { name: 'Views' }).click();
  await page.getByLabel('Save this view as').fill('Greetings');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Greetings' })).toBeVisible();

  await open(page, fresh, 'views');
  await expect(page.getByRole('row', { name: /^Greetings/ })).toBeVisible();
  await confirm(page, 'Remove Greetings', 'Remove');
  await expect(page.getByText('Nobody has saved a view.')).toBeVisible();
  await expect(page.getByRole('main')).toBeFocused();
  const { saved_views: views } = await fresh.json<{ saved_views: unknown[] }>(
    '/api/v1/saved_views',
  );
  expect(views).toEqual([]);
});
