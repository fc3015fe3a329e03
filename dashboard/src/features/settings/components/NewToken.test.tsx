import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { createQueryClient } from '../../../lib/api/queries';
import { NewToken } from './NewToken';

function show(serve: (request: Request) => Promise<Response>) {
  vi.stubGlobal('fetch', serve);
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={createQueryClient()}>
        <NewToken />
      </QueryClientProvider>
    </MantineProvider>,
  );
}

afterEach(() => vi.unstubAllGlobals());

test('shows the secret once', async () => {
  const bodies: unknown[] = [];
  show(async (request) => {
    bodies.push(await request.json());
    return Response.json({ name: 'shipper', secret: 'wn_secret' }, { status: 201 });
  });
  await userEvent.type(screen.getByLabelText('New token for'), ' shipper {Enter}');
  expect(await screen.findByText('wn_secret')).toBeVisible();
  expect(bodies).toEqual([{ name: 'shipper', role: 'editor', expires: null }]);
  await userEvent.click(screen.getByRole('button', { name: 'I have it' }));
  expect(screen.queryByText('wn_secret')).toBeNull();
});

test('keeps the name when the server refuses, and says why', async () => {
  const problem = {
    title: 'forbidden',
    detail: 'the role viewer may not do this',
    code: 'forbidden',
    trace_id: 'ab',
  };
  show(() => Promise.resolve(Response.json(problem, { status: 403 })));
  await userEvent.type(screen.getByLabelText('New token for'), 'shipper{Enter}');
  expect(await screen.findByRole('alert')).toHaveTextContent('The role viewer may not do this');
  expect(screen.getByLabelText('New token for')).toHaveValue('shipper');
});
