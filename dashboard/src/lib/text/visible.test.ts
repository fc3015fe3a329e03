import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pieces, visible } from './visible';

test('shows what turns the direction of writing', () => {
  expect(pieces('a\u202eb')).toEqual([
    { kind: 'text', text: 'a' },
    {
      kind: 'hidden',
      text: '\u202e',
      mark: '\u2329202E\u232a',
      name: 'right-to-left override, U+202E',
    },
    { kind: 'text', text: 'b' },
  ]);
});

test('shows terminal control as pictures', () => {
  expect(visible('\u001b[31mred\u0000')).toBe('\u241b[31mred\u2400');
});

test('leaves lines, tabs, emoji with joiners and right-to-left letters alone', () => {
  const text = 'a\n\tb \ud83d\udc69\u200d\ud83d\udd2c \u05e9\u05dc\u05d5\u05dd';
  expect(visible(text)).toBe(text);
});

test('shows joiners that join no letters, and what fills a line with nothing', () => {
  expect(visible('ad\u200dmin')).toBe('ad\u2329200D\u232amin');
  expect(visible('7\u200c')).toBe('7\u2329200C\u232a');
  expect(visible('\u3164\u{e0101}')).toBe('\u23293164\u232a\u2329E0101\u232a');
  expect(visible('\u0645\u06cc\u200c\u062e')).toBe('\u0645\u06cc\u200c\u062e');
});

test('pieces joined are the text, whatever it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(
        pieces(text)
          .map((piece) => piece.text)
          .join(''),
      ).toBe(text);
    }),
  );
});
