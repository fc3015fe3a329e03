import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createQueryClient } from '../../lib/api/queries';
import ExplorerPage from './ExplorerPage';
import { aRecord } from './testing';

const LOGS = ['first', 'second', 'third'].map((message, at) =>
  aRecord({ id: `00000000000FXG000014000M9${at}`, message, body: message }),
);

function serve(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  if (pathname === '/api/logs') return Promise.resolve(Response.json({ logs: LOGS }));
  const one = LOGS.find(({ id }) => pathname === `/api/logs/${id}`);
  if (one) return Promise.resolve(Response.json(one));
  return Promise.resolve(Response.json({ code: 'timeout', detail: 'slow' }, { status: 504 }));
}

function open(address: string) {
  vi.stubGlobal('fetch', serve);
  window.history.replaceState(null, '', address);
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={createQueryClient()}>
        <ExplorerPage />
      </QueryClientProvider>
    </MantineProvider>,
  );
}

beforeEach(() => {
  // A list has the rows for which there is room.
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(600);
  vi.spyOn(Element.prototype, 'clientWidth', 'get').mockReturnValue(900);
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

test('the row that is clicked is the one whose details are shown, the first time too', async () => {
  open('/explorer');
  await userEvent.click(await screen.findByText('second'));
  const details = await screen.findByRole('region', { name: 'Details of the record' });
  expect(details).toHaveTextContent('second');
  expect(screen.getByRole('row', { selected: true })).toHaveTextContent('second');
  expect(window.location.search).toContain('tab=fields');
});

test('the focus goes back to the list when the details close', async () => {
  open('/explorer');
  await userEvent.click(await screen.findByText('second'));
  await userEvent.click(await screen.findByRole('button', { name: 'Close the details (Esc)' }));
  expect(screen.getByRole('grid')).toHaveFocus();
});

test('the last quarter of an hour is that before a query is run, not before the page was opened', async () => {
  const clock = vi.spyOn(Date, 'now');
  clock.mockReturnValue(Date.UTC(2026, 10, 22, 5, 0));
  const asked: string[] = [];
  open('/explorer?time=15m');
  vi.stubGlobal('fetch', (request: Request) => {
    const { pathname, searchParams } = new URL(request.url);
    if (pathname === '/api/logs') asked.push(searchParams.get('end_time') ?? '');
    return serve(request);
  });
  await screen.findByText('second');
  clock.mockReturnValue(Date.UTC(2026, 10, 22, 6, 0));
  await userEvent.type(screen.getByRole('combobox', { name: 'Query' }), 'x{Enter}');
  await vi.waitFor(() => expect(asked.at(-1)).toBe('2026-11-22T06:00:00.000Z'));
  clock.mockReturnValue(Date.UTC(2026, 10, 22, 7, 0));
  await userEvent.type(screen.getByRole('combobox', { name: 'Query' }), '{Enter}');
  await vi.waitFor(() => expect(asked.at(-1)).toBe('2026-11-22T07:00:00.000Z'));
});

test('conditions beside a query in JSON are said to do nothing', async () => {
  open(`/explorer?filter=service%20!%3D%20a&query=${encodeURIComponent('{"exists": "trace_id"}')}`);
  expect(await screen.findByText(/^A query in JSON stands alone/)).toBeVisible();
});
