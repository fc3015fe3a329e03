import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { createQueryClient } from '../../../lib/api/queries';
import { Headline } from './Headline';

const CALM = /No service fails more than it did before/;

function histogram(services: Record<string, number>, others = 0) {
  const groups = Object.entries(services).map(([name, count]) => ({ name, count }));
  const buckets = [{ time: '2026-11-22T05:17:00Z', count: 0, counts: services }];
  return { groups, others, buckets };
}

function show(errors: object, all: object) {
  vi.stubGlobal('fetch', (request: Request) =>
    Promise.resolve(Response.json(new URL(request.url).searchParams.has('query') ? errors : all)),
  );
  render(
    <QueryClientProvider client={createQueryClient()}>
      <Headline time={{ kind: 'absolute', from: 0, to: 60_000 }} />
    </QueryClientProvider>,
  );
}

afterEach(() => vi.unstubAllGlobals());

test('is calm where all that fails is known', async () => {
  show(histogram({ cart: 3 }), histogram({ cart: 90, api: 900 }, 50));
  expect(await screen.findByText(CALM)).toBeVisible();
});

test('is not calm where a service that fails is not told apart', async () => {
  show(histogram({ cart: 3 }), histogram({ api: 900, web: 800 }, 50));
  expect(await screen.findByText('Nothing stands out among the 2 loudest services.')).toBeVisible();
  expect(screen.queryByText(CALM)).toBeNull();
});

test('names who fails throughout', async () => {
  show(histogram({ mail: 60 }), histogram({ mail: 90, api: 900 }));
  expect(await screen.findByRole('listitem')).toHaveTextContent('mail fails throughout');
  expect(screen.queryByText(CALM)).toBeNull();
});
