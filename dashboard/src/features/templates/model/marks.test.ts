import fc from 'fast-check';
import { expect, test } from 'vitest';
import { marksOf } from './marks';

const values = (template: string, text: string) =>
  marksOf(template, text)
    .filter(({ slot }) => slot !== null)
    .map((mark) => [mark.placeholder, mark.text]);

test('marks what lies between the words of a template', () => {
  expect(values('listed <num> of <id> in <dur>', 'listed 3 of u7 in 20ms')).toEqual([
    ['<num>', '3'],
    ['<id>', 'u7'],
    ['<dur>', '20ms'],
  ]);
});

test('white space may differ', () => {
  expect(values('a <num>\nb', 'a  7 \n b')).toEqual([['<num>', '7']]);
});

test('characters that cannot be seen are no words', () => {
  expect(values('user <num> gnol done', 'user 7 \u202egnol\u202c done')).toEqual([['<num>', '7']]);
});

test('the last words are those at the end', () => {
  expect(values('say <*> now', 'say now and now')).toEqual([['<*>', 'now and']]);
});

test('members of a structure are found by their keys', () => {
  expect(values('dur=<dur> path=<path>', 'path=/a dur=3ms')).toEqual([
    ['<path>', '/a'],
    ['<dur>', '3ms'],
  ]);
  expect(values('{"a":<num>,"b":<text>}', '{"b": "x \\" y", "a": 1}')).toEqual([
    ['<text>', '"x \\" y"'],
    ['<num>', '1'],
  ]);
});

test('nothing is marked where it cannot be told', () => {
  expect(values('<num><id>', '12ab')).toEqual([]);
  expect(values('something else <num>', 'listed 3')).toEqual([]);
});

test('marks joined are the text, whatever it is', () => {
  const words = fc.array(
    fc.oneof(fc.constantFrom('<num>', '<*>', '<<', ' ', 'a=', '"k":', '(', '\\'), fc.string()),
  );
  fc.assert(
    fc.property(words, fc.string(), (template, text) => {
      const marks = marksOf(template.join(''), text);
      expect(marks.map((mark) => mark.text).join('')).toBe(text);
    }),
  );
});
