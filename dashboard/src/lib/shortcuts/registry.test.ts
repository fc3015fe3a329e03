import { expect, test } from 'vitest';
import { type Command, createKeyReader } from './registry';

function command(id: string, keys: string, more: Partial<Command> = {}): Command {
  return { id, label: id, group: 'test', keys, run: () => undefined, ...more };
}

const commands = [
  command('close page', 'Escape'),
  command('next', 'j'),
  command('overview', 'g o'),
  command('palette', 'mod+k'),
  command('help', '?'),
  command('close drawer', 'Escape', { whileEditing: true }),
];

function press(
  reader: ReturnType<typeof createKeyReader>,
  key: string,
  init: KeyboardEventInit & { at?: number } = {},
  target: HTMLElement = document.body,
) {
  const event = new KeyboardEvent('keydown', { key, ...init });
  Object.defineProperty(event, 'target', { value: target });
  Object.defineProperty(event, 'timeStamp', { value: init.at ?? 0 });
  return reader(event)?.id;
}

test('finds commands by key, with modifier and one after the other', () => {
  const reader = createKeyReader(() => commands);
  expect(press(reader, 'j')).toBe('next');
  expect(press(reader, 'k', { ctrlKey: true })).toBe('palette');
  expect(press(reader, 'k', { metaKey: true })).toBe('palette');
  expect(press(reader, '?', { shiftKey: true })).toBe('help');
  expect(press(reader, 'g', { at: 100 })).toBeUndefined();
  expect(press(reader, 'o', { at: 600 })).toBe('overview');
  expect(press(reader, 'o', { at: 700 })).toBeUndefined();
});

test('prefers a sequence to its last key alone', () => {
  const reader = createKeyReader(() => [...commands, command('open', 'o')]);
  press(reader, 'g');
  expect(press(reader, 'o')).toBe('overview');
  expect(press(reader, 'o')).toBe('open');
});

test('forgets a sequence after a while', () => {
  const reader = createKeyReader(() => commands);
  press(reader, 'g', { at: 0 });
  expect(press(reader, 'o', { at: 5000 })).toBeUndefined();
});

test('the newest wins', () => {
  expect(
    press(
      createKeyReader(() => commands),
      'Escape',
    ),
  ).toBe('close drawer');
});

test('keeps out of texts that are edited', () => {
  const reader = createKeyReader(() => commands);
  const input = document.createElement('input');
  expect(press(reader, 'j', {}, input)).toBeUndefined();
  expect(press(reader, 'k', { ctrlKey: true }, input)).toBe('palette');
  expect(press(reader, 'Escape', {}, input)).toBe('close drawer');
});

test('leaves Enter to a button that has the focus', () => {
  const reader = createKeyReader(() => [command('open', 'Enter')]);
  expect(press(reader, 'Enter', {}, document.createElement('button'))).toBeUndefined();
  expect(press(reader, 'Enter')).toBe('open');
});

test('leaves Escape to what lies above the page', () => {
  const dialog = document.createElement('div');
  dialog.setAttribute('role', 'dialog');
  const choice = dialog.appendChild(document.createElement('button'));
  const reader = createKeyReader(() => [command('back', 'Escape')]);
  expect(press(reader, 'Escape', {}, choice)).toBeUndefined();
  expect(press(reader, 'Escape')).toBe('back');
});

test('leaves arrows to a choice and to a text that they scroll', () => {
  const reader = createKeyReader(() => [command('next', 'ArrowDown')]);
  const place = document.createElement('div');
  place.innerHTML =
    '<input type="radio"><pre role="region" tabindex="0"></pre><div role="grid"></div>';
  const [radio, text, grid] = [...place.children] as HTMLElement[];
  expect(press(reader, 'ArrowDown', {}, radio)).toBeUndefined();
  expect(press(reader, 'ArrowDown', {}, text)).toBeUndefined();
  expect(press(reader, 'ArrowDown', {}, grid)).toBe('next');
});
