import { expect, test } from 'vitest';
import { badRecords, listed, listing, sumsOf, type Template, type TemplateList } from './listing';

function template(text: string, count: number, told: Partial<Template> = {}): Template {
  return {
    template_id: '0123456789abcdef',
    template: text,
    count,
    bytes: count * 10,
    share: 0,
    first_seen: '2026-11-22T05:00:00.000000000Z',
    last_seen: '2026-11-22T06:00:00.000000000Z',
    severities: { INFO: count },
    services: [],
    trend: [],
    ...told,
  };
}

const all = [
  template('order <num> placed', 50),
  template('order <num> failed', 7),
  template('x', 9),
];
const list = {
  patterns: all,
  total_records: 100,
  total_patterns: 5,
} as unknown as TemplateList;

test('rows and others are all records', () => {
  const sums = sumsOf(list, listed(all, { sort: 'count', find: 'ORDER fail' }));
  expect(sums.shown).toEqual({ templates: 1, records: 7 });
  expect(sums.others).toEqual({ templates: 4, records: 93 });
  expect(sums.total).toEqual({ templates: 5, records: 100 });
});

test('the server sorts where it can, and gives all where it cannot', () => {
  expect(listing({ sort: 'newest', find: '', all: false })).toEqual({
    sort: 'first_seen',
    limit: 250,
  });
  expect(listing({ sort: 'rare', find: '', all: false })).toEqual({ sort: 'rarest', limit: 250 });
  expect(listing({ sort: 'bad', find: '', all: false })).toEqual({ sort: 'count', limit: 1000 });
  expect(listing({ sort: 'bytes', find: 'a', all: false })).toEqual({ sort: 'bytes', limit: 1000 });
});

test('the worst come first when asked for, and else those that the server has first', () => {
  expect(listed(all, { sort: 'count', find: '' })).toEqual(all);
  expect(listed(all, { sort: 'rare', find: '' })).toEqual(all);
  const bad = template('y', 3, { severities: { ERROR: 1, FATAL: 1, WARN: 1 } });
  expect(badRecords(bad)).toBe(2);
  expect(listed([...all, bad], { sort: 'bad', find: '' })[0]).toBe(bad);
});

test('a template is found by its id, and one whose text is lost does no harm', () => {
  const lost = template('', 1, { template: null, template_id: 'feedfeedfeedfeed' });
  expect(listed([lost], { sort: 'count', find: 'feed' })).toEqual([lost]);
});
