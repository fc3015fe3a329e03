import { render } from '@testing-library/react';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { HostileText } from '../../components/HostileText';
import { originalOf } from './copying';

function selected(text: string): string | null {
  const { container, unmount } = render(<HostileText text={text} />);
  const selection = window.getSelection();
  selection?.selectAllChildren(container);
  const before = container.innerHTML;
  const original = selection && originalOf(selection);
  expect(container.innerHTML).toBe(before);
  unmount();
  return original;
}

test('what is selected is copied as it was written', () => {
  expect(selected('user \u202egnp\u0000.exe\u200b')).toBe('user \u202egnp\u0000.exe\u200b');
  expect(selected('nothing hidden')).toBeNull();
});

test('whatever was written', () => {
  const character = fc.constantFrom('a', '<', '\u202e', '\u0000', '\r', '\u200b', '\u{1F469}', '9');
  fc.assert(
    fc.property(fc.string({ unit: character }), (text) => {
      expect(selected(text) ?? text).toBe(text);
    }),
  );
});

test('a mark at either end of what is selected is copied too', () => {
  const { container } = render(<HostileText text={'\u0007alert\u0007 and more'} />);
  const marks = container.querySelectorAll('[data-original]');
  const [first, last] = [...marks].map(({ firstChild }) => firstChild as Text);
  const selection = window.getSelection() as Selection;
  selection.setBaseAndExtent(first as Text, 0, last as Text, (last as Text).length);
  expect(originalOf(selection)).toBe('\u0007alert\u0007');
  expect(selection.getRangeAt(0).endOffset).toBe((last as Text).length);
});
