import { MantineProvider } from '@mantine/core';
import { QueryClientProvider, useQuery } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { createQueryClient } from '../lib/api/queries';
import { signIn } from '../lib/api/signIn';
import type { SessionNews } from '../lib/api/tabs';
import { SessionGate } from './SessionGate';

const GOOD = 'wn_good';
const TYPED = 'what was typed';
let isKnown = false;
let tenant = 'shop';

function serve(request: Request): Promise<Response> {
  return request.method === 'POST' ? begin(request) : Promise.resolve(Response.json(session()));
}

function session() {
  return {
    needs_token: true,
    tenant_id: isKnown ? tenant : null,
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

function Answers() {
  const { data } = useQuery({ queryKey: ['told'], queryFn: () => told() });
  return <output>{data}</output>;
}

function show(asked: (request: Request) => Promise<Response> = serve) {
  vi.stubGlobal('fetch', asked);
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={createQueryClient()}>
        <SessionGate>
          <input aria-label={TYPED} />
          <Answers />
        </SessionGate>
      </QueryClientProvider>
    </MantineProvider>,
  );
}

const told = vi.fn((): string | Promise<string> => tenant);

function otherTab(news: SessionNews) {
  const channel = new BroadcastChannel('winnow-session');
  channel.postMessage(news);
  channel.close();
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
  tenant = 'shop';
  told.mockReset().mockImplementation(() => tenant);
});

test('asks for a token, says why one is not taken, and lets in with another', async () => {
  show();
  await enter('wn_wrong');
  expect(await screen.findByText('The token is unknown')).toBeVisible();
  await enter(GOOD);
  expect(await screen.findByLabelText(TYPED)).toBeVisible();
});

test('asks a stranger once, also where a page is refused before that is known', async () => {
  const asked: ((response: Response) => void)[] = [];
  signIn.want();
  show(() => new Promise<Response>((resolve) => asked.push(resolve)));
  await screen.findByLabelText(TYPED);
  expect(screen.queryByRole('dialog')).toBeNull();
  await vi.waitFor(() => expect(asked).toHaveLength(1));
  asked[0]?.(Response.json(session()));
  expect(await screen.findByLabelText('Token')).toBeVisible();
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('keeps what was typed when the session ends', async () => {
  isKnown = true;
  show();
  const typed = await screen.findByLabelText(TYPED);
  await userEvent.type(typed, 'level >= warn');
  await vi.waitFor(() => expect(screen.queryByLabelText('Token')).toBeNull());
  isKnown = false;
  signIn.want();
  await enter(GOOD);
  await vi.waitFor(() => expect(screen.queryByLabelText('Token')).toBeNull());
  expect(typed).toHaveValue('level >= warn');
});

test('asks again what was refused, after signing in', async () => {
  isKnown = true;
  show();
  await screen.findByText('shop');
  expect(told).toHaveBeenCalledTimes(1);
  signIn.want();
  expect(await screen.findByText(/its token was revoked/)).toBeVisible();
  await enter(GOOD);
  await vi.waitFor(() => expect(told).toHaveBeenCalledTimes(2));
});

test('who does not sign in at once can look at the page, and is told of it', async () => {
  isKnown = true;
  show();
  await screen.findByText('shop');
  signIn.want();
  await screen.findByLabelText('Token');
  await userEvent.keyboard('{Escape}');
  expect(await screen.findByText(/What you see is from before/)).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Sign in' }));
  await enter(GOOD);
  await vi.waitFor(() => expect(screen.queryByText(/What you see is from before/)).toBeNull());
});

test('follows another tab out and in, and keeps nothing of another tenant', async () => {
  isKnown = true;
  show();
  await userEvent.type(await screen.findByLabelText(TYPED), 'a draft');
  await screen.findByText('shop');
  isKnown = false;
  otherTab('signed out');
  expect(await screen.findByText(/signed out in another tab/)).toBeVisible();
  expect(screen.getByText('shop')).toBeInTheDocument();
  isKnown = true;
  tenant = 'bank';
  let tell: (answer: string) => void = () => undefined;
  told.mockReturnValue(new Promise((resolve) => (tell = resolve)));
  otherTab('signed in');
  await vi.waitFor(() => expect(screen.queryByLabelText('Token')).toBeNull());
  expect(screen.queryByText('shop')).toBeNull();
  expect(screen.getByLabelText(TYPED)).toHaveValue('');
  tell('bank');
  expect(await screen.findByText('bank')).toBeVisible();
});

test('begins anew where another tenant is met on coming back to the tab', async () => {
  isKnown = true;
  show();
  await userEvent.type(await screen.findByLabelText(TYPED), 'a draft');
  await screen.findByText('shop');
  tenant = 'bank';
  told.mockReturnValue(new Promise(() => undefined));
  window.dispatchEvent(new Event('visibilitychange'));
  await vi.waitFor(() => expect(screen.queryByText('shop')).toBeNull());
  expect(screen.getByLabelText(TYPED)).toHaveValue('');
});
