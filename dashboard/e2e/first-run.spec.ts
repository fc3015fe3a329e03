import type { Page } from '@playwright/test';
import { expectAccessible } from './world/axe';
import { runInShell } from './world/program';
import { signIn } from './world/signIn';
import { expect, test } from './world/test';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

/** Ways to send, and what is in the command of each, where `ORIGIN` is the address of the server. */
const COMMANDS: Record<string, string> = {
  curl: 'curl ORIGIN/api/logs',
  OpenTelemetry: 'OTEL_EXPORTER_OTLP_ENDPOINT=ORIGIN',
  'Old logs': './winnow import --url ORIGIN ',
  Files: './winnow serve ',
  Loki: 'curl ORIGIN/loki/api/v1/push',
  Elasticsearch: 'curl ORIGIN/_bulk',
  Syslog: 'logger --server 127.0.0.1 ',
  'systemd journal': 'systemd-journal-upload --url=ORIGIN',
};

/** Chooses a way to send and copies its command. */
async function commandOf(page: Page, way: string): Promise<string> {
  await page.getByRole('tab', { name: way }).click();
  const shown = page.getByRole('tabpanel').locator('pre');
  await page.getByRole('button', { name: `Copy the command for ${way}` }).click();
  const copied = await page.evaluate(async () => navigator.clipboard.readText());
  expect(copied).toBe(await shown.innerText());
  return copied;
}

test('tells how to send by each way, and copies what it tells', async ({ page, fresh }) => {
  await page.goto(fresh.address);
  await expect(page.getByRole('status')).toHaveText('waiting for the first record');
  await expect(page.getByRole('tab')).toHaveText(Object.keys(COMMANDS));
  await expectAccessible(page);
  for (const [way, part] of Object.entries(COMMANDS)) {
    const command = await commandOf(page, way);
    expect(command).toContain(part.replace('ORIGIN', fresh.address));
    expect(command).not.toContain('WINNOW_TOKEN');
  }
});

test('its commands send records, and the overview comes with the first', async ({
  page,
  fresh,
}) => {
  await page.goto(fresh.address);
  const curl = await commandOf(page, 'curl');
  const others = [await commandOf(page, 'Loki'), await commandOf(page, 'Elasticsearch')];
  await runInShell(curl);

  const ledger = page.getByRole('region', { name: 'Ledger' });
  await expect(ledger).toContainText('1 record came in. Each is accounted for.');
  await expect(page.getByRole('heading', { name: 'Send the first record' })).toBeHidden();
  const failing = page.getByRole('region', { name: 'Errors by service' });
  await expect(failing.getByRole('listitem')).toHaveText(['auth100 %1']);
  await expect(page.getByRole('region', { name: 'Loudest' }).getByRole('listitem')).toHaveText([
    'ERRORUser <num> was locked outauth100 %1',
  ]);

  for (const command of others) await runInShell(command);
  await expect(ledger).toContainText('3 records came in.');
  await expect(ledger.getByRole('listitem')).toHaveText(['elasticsearch1', 'json_lines1', 'loki1']);
});

test('tells what came just now', async ({ page, fresh }) => {
  await page.goto(fresh.address);
  await expect(page.getByRole('status')).toHaveText('waiting for the first record');
  await fresh.send(
    Array.from({ length: 60 }, (_, at) => ({
      body: `parcel ${at} left`,
      severity_text: at % 4 === 0 ? 'ERROR' : 'INFO',
      'service.name': at % 2 === 0 ? 'parcels' : 'routes',
    })),
  );
  const now = page.getByRole('region', { name: 'Now' });
  await expect(now.getByRole('definition').first()).toHaveText('1/s');
  await expect(now.getByRole('definition').nth(1)).toHaveText('25 %');
  await expect(now.getByRole('definition').nth(2)).toHaveText('2');
  await expect(now.getByRole('definition').nth(3)).toHaveText('60');
});

test.describe('where a token is needed', () => {
  // Browsers log each answer that refuses, as those of before somebody signs in.
  test.use({ expectedFaults: [/status of 401/] });

  test('its commands send with one that they tell how to make', async ({ page, guarded }) => {
    await page.goto(guarded.address);
    await signIn(page, guarded.token);
    await page.getByRole('button', { name: 'Copy the command that makes a token' }).click();
    const make = await page.evaluate(async () => navigator.clipboard.readText());
    await page.getByRole('tab', { name: 'systemd journal' }).click();
    await expect(page.getByRole('tabpanel')).toContainText(
      `--url=${guarded.address.replace('//', '//winnow:$WINNOW_TOKEN@')}`,
    );
    const curl = await commandOf(page, 'curl');
    await runInShell(`${make.replace('ADMIN_TOKEN', guarded.token ?? '')}\n${curl}`);
    await expect(page.getByRole('region', { name: 'Ledger' })).toContainText('1 record came in.');
  });
});
