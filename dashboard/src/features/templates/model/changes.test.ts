import { expect, test } from 'vitest';
import {
  changeGroups,
  describeCounts,
  formatRatio,
  type TemplateChange,
  type TemplateDiff,
} from './changes';

function change(count: number, base_count: number, ratio: number) {
  return { count, base_count, ratio } as TemplateChange;
}

const diff = {
  new_patterns: [change(1, 0, 5), change(9, 0, 50)],
  gone_patterns: [],
  shifted_patterns: [change(20, 10, 2), change(1, 10, 0.1)],
  counts: { new: 4, gone: 0, more: 1, less: 1, same: 161, unsure: 76 },
} as unknown as TemplateDiff;

test('new ones come first, the loudest of them before the others; then what changed most', () => {
  const groups = changeGroups(diff);
  expect(groups.map(({ name, more }) => [name, more])).toEqual([
    ['New', 2],
    ['Gone', 0],
    ['Changed', 0],
  ]);
  expect(groups[0]?.changes.map(({ count }) => count)).toEqual([9, 1]);
  expect(groups[2]?.changes.map(({ ratio }) => ratio)).toEqual([0.1, 2]);
});

test('all templates are told of', () => {
  expect(describeCounts(diff)).toBe('4 new, 0 gone, 2 changed; 161 as before, 76 too rare to say');
});

test.each([
  [0.4, '0.4 \u00d7'],
  [3.24, '3.2 \u00d7'],
  [320.9, '321 \u00d7'],
])('%d is %s', (ratio, text) => expect(formatRatio(ratio)).toBe(text));
