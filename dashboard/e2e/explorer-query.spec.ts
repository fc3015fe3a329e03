import { between, interval } from './world/api';
import { Explorer } from './world/explorer';
import { expect, test } from './world/test';

test('a query is typed with completion, and finds exactly its records', async ({ page, shop }) => {
  const explorer = new Explorer(page);
  const { start, end } = shop.incident;
  await explorer.open({ time: interval(start, end) });
  await explorer.expectAnswer(shop.server, between(start, end));

  await explorer.query.pressSequentially('serv');
  await expect(explorer.completions.first()).toContainText('service');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(explorer.query).toHaveValue('service ');

  await explorer.query.pressSequentially('= pay');
  await expect(explorer.completions).toHaveText([/^payments/]);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Tab');
  await expect(explorer.query).toHaveValue('service = payments ');

  await explorer.query.pressSequentially('and level >= wa');
  await page.keyboard.type('rn');
  await page.keyboard.press('Enter');
  const query = 'service = payments and level >= warn';
  await expect.poll(() => new URL(page.url()).searchParams.get('query')).toBe(query);
  await explorer.expectAnswer(shop.server, { query, ...between(start, end) });
});

test('keys with dots and values with spaces are completed so that they are understood', async ({
  page,
  fresh,
}) => {
  const record = { timestamp: Date.now() - 60_000, body: 'paid', 'service.name': 'till' };
  await fresh.send([
    { ...record, attributes: { 'card.brand': 'Big Bank', amount: 12 } },
    { ...record, attributes: { 'card.brand': 'Small Bank', amount: 7 } },
  ]);
  const explorer = new Explorer(page);
  await page.goto(`${fresh.address}/explorer`);
  await explorer.query.pressSequentially('brand');
  await explorer.completions.filter({ hasText: 'attributes.card.brand' }).click();
  await explorer.query.pressSequentially('= big');
  await explorer.completions.filter({ hasText: '"Big Bank"' }).click();
  await expect(explorer.query).toHaveValue('attributes.card.brand = "Big Bank" ');
  await explorer.query.press('Enter');
  await expect(explorer.total).toHaveText('1 record');
  await explorer.rows.click();
  await expect(explorer.details.getByText('Big Bank')).toBeVisible();
});

test.describe('a query that is not understood', () => {
  test.use({ expectedFaults: [/422/] });

  test('is underlined where it is wrong, and stays until it is right', async ({ page, shop }) => {
    const explorer = new Explorer(page);
    const { start, end } = shop.incident;
    await explorer.open({ time: interval(start, end) });
    await explorer.search('service = payments and level = = error');
    await expect(page.getByRole('alert')).toHaveText('expected a value, found =');
    await expect(explorer.query).toHaveAccessibleDescription('expected a value, found =');

    // The mark lies below the input, under the character that the server names.
    const mark = page.locator('mark');
    await expect(mark).toHaveText('=');
    const input = await explorer.query.boundingBox();
    const marked = await mark.boundingBox();
    const before = 'service = payments and level = '.length;
    expect((marked?.x ?? 0) - (input?.x ?? 0)).toBeCloseTo(before * (marked?.width ?? 0), 0);

    await expect(explorer.query).toHaveValue('service = payments and level = = error');
    await explorer.search('service = payments and level = error');
    await expect(page.getByRole('alert')).toHaveCount(0);
    const query = 'service = payments and level = error';
    await explorer.expectAnswer(shop.server, { query, ...between(start, end) });
  });
});
