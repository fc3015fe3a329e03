import { Explorer } from './world/explorer';
import { expect, test } from './world/test';

test.use({ expectedFaults: [/ERR_|WebSocket/] });

test('a server that dies takes nothing away, and all goes on when it is back', async ({
  context,
  fresh,
}) => {
  const record = { 'service.name': 'till', level: 'info' };
  await fresh.send([{ ...record, timestamp: Date.now() - 60_000, body: 'before the outage' }]);
  const overview = await context.newPage();
  const searched = new Explorer(await context.newPage());
  const live = new Explorer(await context.newPage());
  await overview.goto(`${fresh.address}/overview`);
  await searched.page.goto(`${fresh.address}/explorer`);
  await live.page.goto(`${fresh.address}/explorer?live=1`);
  const volume = (records: string) => overview.getByRole('heading', { name: `Volume: ${records}` });
  await expect(volume('1 record')).toBeVisible();
  await searched.rows.click();
  await expect(
    searched.details.getByText('Attributes').or(searched.details.getByText('Resource')),
  ).toBeVisible();
  await searched.query.fill('service = till and body contains');
  await expect(live.rows).toHaveText([/before the outage$/]);
  const connection = (text: RegExp) => live.page.getByRole('status').filter({ hasText: text });
  await expect(connection(/^Live$/)).toBeVisible();

  await fresh.kill();
  for (const page of [overview, searched.page, live.page]) {
    await expect(page.getByText('Winnow does not answer.')).toBeVisible();
  }
  await expect(connection(/^Connection lost; it is tried again/)).toBeVisible();
  await expect(volume('1 record')).toBeVisible();
  await expect(searched.rows).toHaveText([/before the outage$/]);
  await expect(searched.details).toBeVisible();
  await expect(searched.query).toHaveValue('service = till and body contains');
  await expect(live.rows).toHaveText([/before the outage$/]);

  await fresh.resume();
  await fresh.send([{ ...record, timestamp: Date.now(), body: 'after the outage' }]);
  for (const page of [overview, searched.page, live.page]) {
    await expect(page.getByText('Winnow does not answer.')).toHaveCount(0);
  }
  await expect(connection(/^Live$/)).toBeVisible();
  await expect(live.rows).toHaveText([/after the outage$/, /before the outage$/]);
  await expect(volume('2 records')).toBeVisible();
  await expect(searched.query).toHaveValue('service = till and body contains');
  await searched.query.press('End');
  await searched.query.pressSequentially(' after');
  await searched.query.press('Enter');
  await searched.page.getByRole('button', { name: 'Ask again' }).click();
  await expect(searched.rows).toHaveText([/after the outage$/]);
});
