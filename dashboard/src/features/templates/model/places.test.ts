import { expect, test } from 'vitest';
import { placesOf } from './places';

test('places are numbered, and told by what is around them', () => {
  expect(placesOf('took <dur> of\n<x <id>')).toEqual([
    { number: 1, placeholder: '<dur>', kind: 'time', before: 'took ', after: ' of' },
    { number: 2, placeholder: '<id>', kind: 'identity', before: '<x ', after: '' },
  ]);
});
