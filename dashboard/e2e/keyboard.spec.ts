import { askLogs, between } from './world/api';
import { Explorer } from './world/explorer';
import { expect, test } from './world/test';

test('a record is found and read without a mouse', async ({ page, shop }) => {
  const { server, incident } = shop;
  const explorer = new Explorer(page);
  const { details, rows } = explorer;
  await explorer.openAt(incident);
  await expect(rows.first()).toBeVisible();

  await page.keyboard.press('/');
  await expect(explorer.query).toBeFocused();
  await page.keyboard.type('service = payments');
  await page.keyboard.press('Enter');
  const question = { query: 'service = payments', ...between(incident.start, incident.end) };
  await explorer.expectAnswer(server, question);
  const { logs } = await askLogs(server, question);

  // Letters are text while the query has the focus.
  await page.keyboard.press('Escape');
  await expect(explorer.query).not.toBeFocused();
  const chosen = explorer.list.getByRole('row', { selected: true });
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('k');
  await expect(chosen).toContainText(logs[1]?.timestamp.slice(11, 23) ?? '');
  await page.keyboard.press('Enter');
  const time = (at: number) => logs[at]?.timestamp.slice(11, 29) ?? '';
  await expect(details).toContainText(time(1));
  await page.keyboard.press('ArrowDown');
  await expect(details).toContainText(time(2));

  // The list has one place in the order of Tab, and the details come behind it.
  await explorer.list.focus();
  await page.keyboard.press('Tab');
  await expect(details.getByRole('button', { name: 'Row before' })).toBeFocused();
  const fields = details.getByRole('tab', { name: 'Fields' });
  for (let tabs = 0; tabs < 12 && !(await fields.evaluate(isFocused)); tabs++) {
    await page.keyboard.press('Tab');
  }
  await expect(fields).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(details.getByText(`"id": "${logs[2]?.id ?? ''}"`)).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await expect(details.getByText('The same service and resource')).toBeVisible();

  await page.keyboard.press('Escape');
  await expect(details).toHaveCount(0);
  await expect(chosen).toContainText(logs[2]?.timestamp.slice(11, 23) ?? '');
});

test('keys go from error to error', async ({ page, shop }) => {
  const { server, incident } = shop;
  const explorer = new Explorer(page);
  await explorer.openAt(incident);
  await expect(explorer.rows.first()).toBeVisible();
  const { logs: errors } = await askLogs(server, {
    ...{ query: 'level >= error' },
    ...between(incident.start, incident.end),
  });
  const chosen = explorer.list.getByRole('row', { selected: true });
  for (const at of [0, 1, 2]) {
    await page.keyboard.press('e');
    await expect(chosen).toContainText(errors[at]?.timestamp.slice(11, 23) ?? '');
    await expect(chosen).toBeInViewport();
  }
  await page.keyboard.press('Shift+E');
  await expect(chosen).toContainText(errors[1]?.timestamp.slice(11, 23) ?? '');
});

test('the time is chosen by keys, and the live tail begun and ended', async ({ page, shop }) => {
  const { server, incident } = shop;
  const explorer = new Explorer(page);
  await explorer.open({ level: 'ERROR', time: '3h' });
  await expect(explorer.rows.first()).toBeVisible();
  await explorer.list.focus();
  await page.keyboard.press('t');
  const input = page.getByRole('textbox', { name: 'Time' });
  await expect(input).toBeFocused();
  await page.keyboard.type('2026-13-99');
  await page.keyboard.press('Enter');
  await expect(input).toHaveAccessibleDescription(/No time is known by that/);
  await input.selectText();
  await page.keyboard.type(`${incident.start} .. ${incident.end}`);
  await page.keyboard.press('Enter');
  const time = between(Date.parse(incident.start), Date.parse(incident.end));
  await explorer.expectAnswer(server, { level: 'error', ...time });
  await expect(explorer.list).toBeFocused();

  await page.keyboard.press('[');
  const length = Date.parse(incident.end) - Date.parse(incident.start);
  await explorer.expectAnswer(server, {
    level: 'error',
    ...between(Date.parse(incident.start) - length, Date.parse(incident.start)),
  });

  await page.keyboard.press('l');
  await expect(page.getByRole('button', { name: 'Live', pressed: true })).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: /^Live$/ })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Time: last 15 min' })).toBeVisible();
  await page.keyboard.press('l');
  await expect(page.getByRole('button', { name: 'Live', pressed: false })).toBeVisible();
});

test('help tells the keys of the page, and gives the focus back', async ({ page }) => {
  await page.goto('/explorer');
  const share = page.getByRole('button', { name: 'Share' });
  await share.focus();
  await page.keyboard.press('?');
  const help = page.getByRole('dialog', { name: 'Keys of this page' });
  for (const [label, keys] of [
    ['Write a query', '/'],
    ['Next row', 'J'],
    ['Watch records as they come', 'L'],
    ['Go to the next error above', 'ShiftE'],
    ['Search for a command', 'CtrlK'],
    ['Go to templates', 'GT'],
  ] as const) {
    await expect(help.getByText(`${label}${keys}`, { exact: true })).toBeVisible();
  }
  await page.keyboard.press('Escape');
  await expect(help).toBeHidden();
  await expect(share).toBeFocused();
});

const PAGES = [
  ['Overview', 'o', '/overview'],
  ['Explorer', 'e', '/explorer'],
  ['Templates', 't', '/templates'],
  ['Settings', 's', '/settings'],
] as const;

test('two keys lead to every page, with the time', async ({ page }) => {
  await page.goto('/settings?time=2h');
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
  for (const [name, key, path] of PAGES) {
    await page.keyboard.press('g');
    await page.keyboard.press(key);
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
    await expect(page).toHaveURL(`${path}?time=2h`);
    await expect(page.getByRole('link', { name, exact: true })).toHaveAttribute(
      'aria-current',
      'page',
    );
  }
});

test('the palette leads to every page by name', async ({ page }) => {
  await page.goto('/settings');
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
  for (const [name] of PAGES) {
    await page.keyboard.press('ControlOrMeta+k');
    await expect(page.getByRole('combobox', { name: 'Search for a command' })).toBeFocused();
    await page.keyboard.type(`go ${name}`);
    const options = page.getByRole('listbox', { name: 'Commands' }).getByRole('option');
    await expect(options).toHaveText([new RegExp(`^Go to ${name.toLowerCase()}`)]);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
});

function isFocused(element: Element): boolean {
  return document.activeElement === element;
}
