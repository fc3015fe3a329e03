import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { SavedViews } from '../features/explorer/components/SavedViews';
import { VIEW } from '../features/explorer/model/view';
import { SavedViewsPanel } from '../features/settings/components/SavedViewsPanel';
import { createQueryClient } from '../lib/api/queries';
import { readState } from '../lib/url/codec';

const AT = '2026-11-22T05:17:50Z';

afterEach(() => vi.unstubAllGlobals());

test('a view that the explorer saves or removes is one of the settings at once, and asked for once', async () => {
  let views: object[] = [];
  const read = vi.fn(() => Response.json({ saved_views: views }));
  vi.stubGlobal('fetch', async (request: Request) => {
    if (request.method === 'GET') return read();
    if (request.method === 'DELETE') {
      views = [];
      return new Response(null, { status: 204 });
    }
    const told = (await request.json()) as object;
    views = [{ id: 'v1', owner: 'ada', created: AT, updated: AT, ...told }];
    return Response.json(views[0], { status: 201 });
  });
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={createQueryClient()}>
        <SavedViews view={readState(VIEW, '')} onDone={() => undefined} />
        <SavedViewsPanel />
      </QueryClientProvider>
    </MantineProvider>,
  );
  expect(await screen.findByText('Nobody has saved a view.')).toBeVisible();
  expect(screen.getByText('No view is saved yet.')).toBeVisible();
  expect(read).toHaveBeenCalledOnce();
  await userEvent.type(screen.getByLabelText('Save this view as'), 'late{Enter}');
  const table = await screen.findByRole('table');
  expect(within(table).getByRole('link', { name: 'late' })).toBeVisible();
  await userEvent.click(screen.getAllByRole('button', { name: 'Remove' })[0] as HTMLElement);
  await userEvent.click(screen.getByRole('button', { name: 'Really remove' }));
  expect(await screen.findByText('Nobody has saved a view.')).toBeVisible();
});
