import { expect, test } from 'vitest';
import { readState } from '../../../lib/url/codec';
import { listLink, openingLink, recordsLink } from './links';
import { VIEW } from './view';

const view = readState(VIEW, 'time=3h&service=a"b&service=c&level=error&find=x&sort=bytes');

test('records are those of the template, the filters and the time', () => {
  const { pathname, searchParams } = new URL(recordsLink('0a', view), 'http://x');
  expect(pathname).toBe('/explorer');
  expect(searchParams.get('time')).toBe('3h');
  expect(searchParams.get('query')).toBe(
    'template_id = "0a" and service in ("a\\"b", "c") and level = "error"',
  );
});

test('the page of a template leads back to the list as it was, at its row', () => {
  const { pathname, search } = new URL(openingLink('0a', view), 'http://x');
  expect(pathname).toBe('/templates/0a');
  expect(readState(VIEW, search)).toEqual({ ...view, row: '0a' });
  expect(readState(VIEW, new URL(listLink(view), 'http://x').search)).toEqual(view);
});
