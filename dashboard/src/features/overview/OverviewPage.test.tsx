import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { createQueryClient } from '../../lib/api/queries';
import OverviewPage from './OverviewPage';

const EMPTY = { received: 0, accepted: 0, outcomes: {}, in_flight: {}, entries: [] };
const LEDGER = { ...EMPTY, received: 3, accepted: 3, outcomes: { stored: 3 } };
const REFUSED = {
  title: 'timeout',
  detail: 'it took longer than 30 s',
  code: 'timeout',
  trace_id: 'abc',
};

function show(answers: Record<string, () => Response>) {
  vi.stubGlobal('fetch', (request: Request) => {
    const answer = answers[new URL(request.url).pathname];
    return Promise.resolve(answer ? answer() : Response.json(REFUSED, { status: 504 }));
  });
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={createQueryClient()}>
        <OverviewPage />
      </QueryClientProvider>
    </MantineProvider>,
  );
}

afterEach(() => vi.unstubAllGlobals());

test('each part fails by itself, and says why', async () => {
  show({ '/api/v1/ledger': () => Response.json(LEDGER) });
  const ledger = screen.getByRole('region', { name: 'Ledger' });
  expect(await within(ledger).findByText('3 records')).toBeVisible();
  expect(within(ledger).queryByRole('alert')).toBeNull();
  const loudest = screen.getByRole('region', { name: 'Loudest' });
  const alert = await within(loudest).findByRole('alert');
  expect(alert).toHaveTextContent('It took longer than 30 s');
  expect(alert).toHaveTextContent('abc');
  expect(within(loudest).getByRole('button', { name: 'Try again' })).toBeVisible();
});

test('tells how to send where nothing ever came, and shows what is there when it came', async () => {
  let ledger = EMPTY;
  show({ '/api/v1/ledger': () => Response.json(ledger) });
  expect(await screen.findByText('Send the first record')).toBeVisible();
  expect(screen.getByText(/curl http/)).toHaveTextContent(`${window.location.origin}/api/logs`);
  ledger = LEDGER;
  expect(await screen.findByRole('region', { name: 'Ledger' }, { timeout: 4000 })).toBeVisible();
  expect(screen.queryByText('Send the first record')).toBeNull();
});
