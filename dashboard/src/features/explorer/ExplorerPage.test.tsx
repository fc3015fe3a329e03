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
