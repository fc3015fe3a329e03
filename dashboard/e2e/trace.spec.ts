import { expectAccessible } from './world/axe';
import type { Server } from './world/server';
import { expect, test } from './world/test';

const MINUTE = 60_000;
const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';
/* Lately, as what is old may be dropped. */
const DAY = new Date(Date.now() - 2 * 24 * 60 * MINUTE).toISOString().slice(0, 10);
const START = `${DAY}T10:00:00`;

/** When it was said, how bad it is, by whom, in which span, and what. */
const STEPS = [
  ['.000000000', 'INFO', 'gate', '00f067aa0ba902b7', 'request taken'],
  ['.000850000', 'DEBUG', 'stock', '00f067aa0ba902b8', 'shelf looked up'],
  ['.012300000', 'WARN', 'stock', '00f067aa0ba902b8', 'shelf nearly empty'],
  ['.250000000', 'ERROR', 'bank', '00f067aa0ba902b9', 'card refused'],
  ['.999999999', 'INFO', 'gate', '00f067aa0ba902b7', 'request answered'],
] as const;

async function sendTrace(server: Server) {
  const [early, ...late] = STEPS.map(([fraction, severity_text, service, span_id, body]) => ({
    timestamp: `${START}${fraction}Z`,
    'service.name': service,
    trace_id: TRACE,
    span_id,
    severity_text,
    body,
  }));
  // They come in no order, and beside others.
  const other = { ...early, trace_id: 'a'.repeat(32), body: 'request of somebody else' };
  await server.send([...late.toReversed(), other, early ?? {}]);
}

const start = Date.parse(`${START}Z`);
const time = `${new Date(start - MINUTE).toISOString()}/${new Date(start + MINUTE).toISOString()}`;

test('follows a record over the services and comes back to it', async ({ page, fresh, visit }) => {
  await sendTrace(fresh);
  await page.goto(`${fresh.address}/explorer?time=${time}`);
  await page.getByRole('row', { name: 'card refused' }).click();
  await page.getByRole('link', { name: 'Trace over services' }).click();
  await expect(page).toHaveURL(`${fresh.address}/traces/${TRACE}`);

  const main = page.getByRole('main');
  await expect(main).toContainText(`${DAY} 10:00:00 UTC`);
  await expect(main).toContainText('1 s from first to last record');
  await expect(main).toContainText('5 records, 3 services, 1 error');
  await expect(page.getByRole('row')).toHaveText([
    'AfterLevelServiceMessage',
    '0INFOgaterequest taken',
    '850 µsDEBUGstockshelf looked up',
    '12.3 msWARNstockshelf nearly empty',
    '250 msERRORbankcard refused',
    '1 sINFOgaterequest answered',
  ]);
  await expect(page.getByRole('cell', { name: '12.3 ms' })).toHaveAttribute(
    'title',
    '10:00:00.012',
  );
  await expect(main.getByRole('img')).toHaveCount(3);
  for (const lane of [
    '2 records from 0 to 1 s',
    '2 records from 850 µs to 12.3 ms',
    '1 record from 250 ms to 250 ms',
  ]) {
    await expect(main.getByRole('img', { name: lane, exact: true })).toBeVisible();
  }

  await page.getByRole('button', { name: 'Share' }).click();
  const link = await page.getByRole('textbox', { name: /link/i }).inputValue();
  await page.keyboard.press('Escape');
  const shared = await visit();
  await shared.goto(link);
  await expect(shared.getByRole('row')).toHaveText(await page.getByRole('row').allInnerTexts(), {
    useInnerText: true,
  });

  await page.getByRole('link', { name: 'card refused' }).click();
  const details = page.getByRole('region', { name: 'Details of the record' });
  await expect(details).toContainText('card refused');
  await expect(details).toContainText(`${DAY} 10:00:00.250 UTC`);
  await expect(page.getByRole('status').getByText('5 records', { exact: true })).toBeVisible();
  await page.goBack();
  await page.goBack();
  await expect(page).toHaveURL(new RegExp(`/explorer\\?time=${time}&record=`));
  await expect(details).toContainText('card refused');
});

test('its records lie in the places of their times', async ({ page, fresh }) => {
  await sendTrace(fresh);
  await page.goto(`${fresh.address}/traces/${TRACE}`);
  const places = async (lane: string) => {
    const track = page.getByRole('img', { name: lane, exact: true });
    const { x: left, width } = (await track.boundingBox()) ?? new DOMRect();
    const boxes = await Promise.all(
      (await track.locator('i').all()).map(async (mark) => mark.boundingBox()),
    );
    return boxes.flatMap((box) => (box ? [(box.x - left) / width, box.width / width] : []));
  };
  await expect(page.getByRole('row')).toHaveCount(6);
  // A span, and a tick for each record.
  const [from, length, first, , last] = await places('2 records from 850 µs to 12.3 ms');
  expect(from).toBeCloseTo(0.00085, 2);
  expect(length).toBeCloseTo(0.01145, 2);
  expect(first).toBeCloseTo(0.00085, 2);
  expect(last).toBeCloseTo(0.0123, 2);
  const [, , only] = await places('1 record from 250 ms to 250 ms');
  expect(only).toBeCloseTo(0.25, 2);
});

test('says what an unknown trace may mean', async ({ page, shop }) => {
  await page.goto(`${shop.server.address}/traces/${'b'.repeat(32)}`);
  await expect(page.getByText('No record of this trace is stored.')).toBeVisible();
  await expectAccessible(page);
});

test.describe('an id that cannot be one', () => {
  test.use({ expectedFaults: [/status of 422/] });

  test('is named, with what one looks like', async ({ page, shop }) => {
    await page.goto(`${shop.server.address}/traces/not-a-trace`);
    await expect(page.getByRole('alert')).toContainText('not-a-trace');
    await expect(page.getByRole('alert')).toContainText('32 hexadecimal digits');
  });
});
