import type { Page } from '@playwright/test';
import { Explorer } from './world/explorer';
import { expect, test } from './world/test';

const MARKUP =
  '<img src=x onerror="window.harmed=1;alert(1)"><script>window.harmed=1</script>' +
  '<a href="javascript:window.harmed=1">click</a><style>body{display:none}</style>';

/** Texts that could do harm or mislead; `shown` is what must be seen of them. */
const TEXTS = [
  { name: 'markup', body: MARKUP, shown: MARKUP },
  {
    name: 'turned',
    body: 'user \u202Enimda\u202C came',
    shown: 'user \u2329202E\u232animda\u2329202C\u232a came',
  },
  {
    name: 'isolated',
    body: 'a\u2066b\u2069c\u200Bd',
    shown: 'a\u23292066\u232ab\u23292069\u232ac\u2329200B\u232ad',
  },
  { name: 'hebrew', body: 'התשלום של 17 נכשל', shown: 'התשלום של 17 נכשל' },
  { name: 'arabic', body: 'فشل الدفع 3/4 payments', shown: 'فشل الدفع 3/4 payments' },
  { name: 'family', body: 'paid 👩‍👩‍👧‍👦 by 🧑🏽‍🚀', shown: 'paid 👩‍👩‍👧‍👦 by 🧑🏽‍🚀' },
  {
    name: 'terminal',
    body: 'red \u001b[31malert\u001b[0m\u0007',
    shown: 'red \u241b[31malert\u241b[0m\u2407',
  },
  { name: 'null', body: 'before\u0000after', shown: 'before\u2400after' },
  {
    name: 'overwritten',
    body: 'password wrong\rpassword right',
    shown: 'password wrong\u240dpassword right',
  },
] as const;

test('hostile texts are shown as what they are, and copied as they were', async ({
  page,
  context,
  fresh,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  let dialogs = 0;
  page.on('dialog', (dialog) => {
    dialogs++;
    void dialog.dismiss();
  });
  const timestamp = Date.now() - 60_000;
  await fresh.send(
    TEXTS.map(({ name, body }) => ({
      ...{ timestamp, level: 'info', body, 'service.name': name },
      attributes: { [`key of ${body}`]: body },
    })),
  );
  const explorer = new Explorer(page);
  const { details } = explorer;
  await page.goto(`${fresh.address}/explorer`);
  await expect(explorer.rows).toHaveCount(TEXTS.length);
  for (const { name, body, shown } of TEXTS) {
    const row = explorer.rows.filter({ has: page.getByText(name, { exact: true }) });
    await expect(row.getByRole('gridcell').last()).toHaveText(shown);
    await row.getByRole('gridcell').first().click();
    await expect(details.getByText(shown, { exact: true }).first()).toBeVisible();
    await page.getByRole('button', { name: 'Copy the message' }).click();
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(body);
  }
  await details.getByRole('tab', { name: 'JSON' }).click();
  await details.getByRole('tab', { name: 'Context' }).click();
  await expect(details.getByText('The same service and resource')).toBeVisible();
  expect(await elementsOf(page)).toEqual(INERT);
  await page.goto(`${fresh.address}/templates`);
  await expect(page.getByText('9 templates').first()).toBeVisible();
  expect(await elementsOf(page)).toEqual(INERT);
  expect(await page.evaluate(() => 'harmed' in window)).toBe(false);
  expect(dialogs).toBe(0);
});

test('fields with strange names are filtered by', async ({ page, fresh }) => {
  const keys = [
    'a.b.c',
    'with space',
    'with "quotes"',
    "it's",
    '<b>bold</b>',
    'back\\slash',
    '\u202Eturned',
  ];
  const timestamp = Date.now() - 60_000;
  await fresh.send([
    { timestamp, body: 'strange', attributes: Object.fromEntries(keys.map((key) => [key, 'x'])) },
    { timestamp, body: 'plain', attributes: { plain: 'x' } },
  ]);
  const explorer = new Explorer(page);
  await page.goto(`${fresh.address}/explorer`);
  await explorer.row('strange').click();
  for (const key of keys) {
    const shown = key.replace('\u202E', '\u2329202E\u232a');
    await explorer.details.getByRole('button', { name: shown, exact: true }).click();
    await page.getByRole('menuitem', { name: 'Only with this value' }).click();
    await expect(explorer.total).toHaveText('1 record');
    await expect(explorer.rows).toHaveText([/strange$/]);
    await page.getByRole('button', { name: 'Clear all' }).click();
    await expect(explorer.total).toHaveText('2 records');
  }
});

test('a body of a megabyte and ten thousand fields are shown in parts', async ({
  page,
  context,
  fresh,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const body = 'x'.repeat(1_000_000) + ' end';
  const attributes = Object.fromEntries(
    Array.from({ length: 10_000 }, (_, at) => [`key.${at}`, `value ${at}`]),
  );
  const timestamp = Date.now() - 60_000;
  await fresh.send([
    { timestamp, body, 'service.name': 'long' },
    { timestamp, body: 'many', attributes, 'service.name': 'many' },
  ]);
  const explorer = new Explorer(page);
  const { details } = explorer;
  await page.goto(`${fresh.address}/explorer`);
  const long = explorer.rows.filter({ has: page.getByText('long', { exact: true }) });
  await expect(long.getByRole('gridcell').last()).toHaveText(`${'x'.repeat(400)}\u2026`);
  await long.getByRole('gridcell').first().click();
  await page.getByRole('button', { name: 'Copy the message' }).click();
  await expect
    .poll(() => page.evaluate(async () => (await navigator.clipboard.readText()).length))
    .toBe(body.length);
  await details.getByRole('button', { name: 'Show all 1,000,004 characters' }).first().click();
  await expect(details.getByText(/ end$/).first()).toHaveText(body);

  await explorer.row('many').first().click();
  await details.getByRole('textbox', { name: 'Search in the fields' }).fill('key.7654');
  const field = details.getByRole('button', { name: 'key.7654', exact: true });
  await expect(field.locator('..')).toHaveText('key.7654value 7654');
});

const INERT = { scripts: 1, images: 1, frames: 0, events: 0, body: 'block' };

/** What of a page could be of others than its authors. */
async function elementsOf(page: Page) {
  return page.evaluate(() => ({
    scripts: document.querySelectorAll('script').length,
    images: document.querySelectorAll('img').length,
    frames: document.querySelectorAll('iframe, object, embed').length,
    events: document.querySelectorAll('[onerror], [onclick], [onload]').length,
    body: getComputedStyle(document.body).display,
  }));
}
