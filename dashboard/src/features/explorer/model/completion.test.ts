import { expect, test } from 'vitest';
import { matching, typedAt } from './completion';

test.each([
  ['ser', { field: null, part: 'ser', from: 0 }],
  ['level = warn and (attributes.ht', { field: null, part: 'attributes.ht', from: 18 }],
  ['service = che', { field: 'service', part: 'che', from: 10 }],
  ['level !=', { field: 'level', part: '', from: 8 }],
  ['"some ser', null],
  ['level > wa', null],
  ['', null],
])('knows what is typed in %s', (text, typed) => {
  expect(typedAt(text, text.length)).toEqual(typed);
});

test('prefers what begins as it is typed', () => {
  const named = (...texts: string[]) => texts.map((text) => ({ text }));
  expect(matching(named('attributes.user', 'resource.x.user', 'userid', 'z'), 'user', 2)).toEqual(
    named('attributes.user', 'userid'),
  );
});
