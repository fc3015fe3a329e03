import fc from 'fast-check';
import { expect, test } from 'vitest';
import { literal, templatePieces } from './template';

test('placeholders are told apart by what varies', () => {
  expect(templatePieces('took <dur> for <id>, <b>')).toEqual([
    { text: 'took ', slot: null },
    { text: '<dur>', slot: 'time' },
    { text: ' for ', slot: null },
    { text: '<id>', slot: 'identity' },
    { text: ', <b>', slot: null },
  ]);
});

test('what a program wrote is no placeholder', () => {
  const pieces = templatePieces('a <<num> is <num>');
  expect(pieces).toEqual([
    { text: 'a <<num> is ', slot: null },
    { text: '<num>', slot: 'number' },
  ]);
  expect(literal(pieces[0]?.text ?? '')).toBe('a <num> is ');
});

test('pieces joined are the template', () => {
  const parts = fc.array(fc.oneof(fc.constantFrom('<num>', '<*>', '<<', '<', '>'), fc.string()));
  fc.assert(
    fc.property(parts, (texts) => {
      const template = texts.join('');
      expect(
        templatePieces(template)
          .map(({ text }) => text)
          .join(''),
      ).toBe(template);
    }),
  );
});
