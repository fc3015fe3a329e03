import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { createQueryClient } from '../lib/api/queries';
import { signIn } from '../lib/api/signIn';
import { SessionGate } from './SessionGate';

const GOOD = 'wn_good';
let isKnown = false;

function serve(request: Request): Promise<Response> {
  return request.method === 'POST' ? begin(request) : Promise.resolve(Response.json(session()));
}

function session() {
  return {
    needs_token: true,
    tenant_id: null,
    role: isKnown ? 'viewer' : null,
    name: null,
    expires_at: null,
  };
}

async function begin(request: Request): Promise<Response> {
  const { token } = (await request.json()) as { token: string };
  isKnown = token === GOOD;
  if (isKnown) return Response.json(session(), { status: 201 });
  return Response.json(
    {
      title: 'unauthenticated',
      detail: 'the token is unknown',
      code: 'unauthenticated',
      trace_id: '',
    },
    { status: 401 },
  );
}

function show() {
  vi.stubGlobal('fetch', serve);
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={createQueryClient()}>
        <SessionGate>
          <input aria-label="what was typed" />
        </SessionGate>
      </QueryClientProvider>
    </MantineProvider>,
  );
}

async function enter(token: string) {
  const input = await screen.findByLabelText('Token');
  await userEvent.clear(input);
  await userEvent.type(input, `${token}{Enter}`);
}

afterEach(() => {
  vi.unstubAllGlobals();
  signIn.done();
  isKnown = false;
});

test('asks for a token, says why one is not taken, and lets in with another', async () => {
  show();
  await enter('wn_wrong');
  expect(await screen.findByText('The token is unknown')).toBeVisible();
  await enter(GOOD);
  expect(await screen.findByLabelText('what was typed')).toBeVisible();
});

test('keeps what was typed when the session ends', async () => {
  isKnown = true;
  show();
  const typed = await screen.findByLabelText('what was typed');
  await userEvent.type(typed, 'level >= warn');
  await vi.waitFor(() => expect(screen.queryByLabelText('Token')).toBeNull());
  isKnown = false;
  signIn.want();
  await enter(GOOD);
  await vi.waitFor(() => expect(screen.queryByLabelText('Token')).toBeNull());
  expect(typed).toHaveValue('level >= warn');
});
