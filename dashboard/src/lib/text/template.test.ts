import fc from 'fast-check';
import { expect, test } from 'vitest';
import { templatePieces } from './template';

test('placeholders are told apart by what varies', () => {
  expect(templatePieces('took <dur> for <id>, <b>')).toEqual([
    { text: 'took ', slot: null },
    { text: '<dur>', slot: 'time' },
    { text: ' for ', slot: null },
    { text: '<id>', slot: 'identity' },
    { text: ', <b>', slot: null },
  ]);
});

test('markup around a placeholder is none', () => {
  expect(templatePieces('<<path>> and <<').map(({ text }) => text)).toEqual([
    '<',
    '<path>',
    '> and <<',
  ]);
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
