import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { createQueryClient } from '../../../lib/api/queries';
import { readState } from '../../../lib/url/codec';
import { VIEW } from '../model/view';
import { ListView } from './ListView';

afterEach(() => vi.unstubAllGlobals());

function show(status: number, body: object, search = '') {
  const asked = vi.fn(() =>
    Promise.resolve(
      new Response(JSON.stringify(body), {
        status,
        headers: { 'Content-Type': 'application/json' },
      }),
    ),
  );
  vi.stubGlobal('fetch', asked);
  const update = vi.fn();
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={createQueryClient()}>
        <ListView view={readState(VIEW, search)} update={update} />
      </QueryClientProvider>
    </MantineProvider>,
  );
  return { asked, update };
}

const none = {
  patterns: [],
  total_records: 0,
  total_patterns: 0,
  total_bytes: 0,
  other_records: 0,
  other_patterns: 0,
};

test('says why nothing is there, and what can be done', async () => {
  const { update } = show(200, none, 'service=api');
  expect(await screen.findByText(/No records with these filters/)).toBeVisible();
  screen.getByRole('button', { name: 'Clear the filters' }).click();
  expect(update).toHaveBeenCalledExactlyOnceWith({ service: [], level: [], find: '' });
});

test('says what the server refused', async () => {
  show(422, { code: 'invalid_parameter', title: 'invalid parameter', detail: 'no such level' });
  expect(await screen.findByRole('alert')).toHaveTextContent('No such level');
});

test('offers more where the list is cut, and adds up', async () => {
  const { update } = show(200, {
    ...none,
    total_records: 30,
    total_patterns: 3,
    other_records: 30,
    other_patterns: 3,
  });
  expect(await screen.findByText('30 records')).toBeVisible();
  screen.getByRole('button', { name: 'List up to 1,000 templates' }).click();
  expect(update).toHaveBeenCalledExactlyOnceWith({ all: true });
});

test('asks once for all rows and their trends', async () => {
  const { asked } = show(200, none, 'time=2h&sort=bytes&level=error');
  await screen.findByText(/No records/);
  const requests = (asked.mock.calls as unknown as [Request][]).map(([{ url }]) => new URL(url));
  const lists = requests.filter(({ pathname }) => pathname === '/api/patterns');
  expect(lists).toHaveLength(1);
  expect(lists[0]?.search).toBe('?start_time=2h&level=error&sort=bytes&limit=250');
});
