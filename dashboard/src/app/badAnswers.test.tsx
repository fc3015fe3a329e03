import { configure, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { signIn } from '../lib/api/signIn';
import { App } from './App';

const SESSION = { needs_token: false, tenant_id: 'default', role: 'admin', name: null };
const HEALTH = {
  status: 'healthy',
  service: 'winnow',
  version: '1',
  uptime_seconds: 1,
  dependencies: { store: 'healthy' },
  accounts: 'complete',
};
const ID = '6c8ece5e09929ead';
const PLACES: readonly (readonly [address: string, title: string])[] = [
  ['/overview', 'Overview'],
  ['/explorer', 'Explorer'],
  [`/explorer?show=templates`, 'Explorer'],
  [`/explorer?record=00000000000FXG000014000M9B&tab=context`, 'Explorer'],
  ['/templates', 'Templates'],
  ['/templates?view=changes', 'Templates'],
  [`/templates/${ID}`, 'Template'],
  ['/traces/4bf92f3577b34da6a3ce929d0e0e4736', 'Trace'],
  ...['tokens', 'retention', 'quotas', 'price', 'views'].map(
    (tab) => [`/settings?tab=${tab}`, 'Settings'] as const,
  ),
];

// Each page is loaded when it is first shown.
configure({ asyncUtilTimeout: 10_000 });

/** Answers like a server that is well but for what the pages show. */
function open(address: string, serve: () => Promise<Response>) {
  vi.stubGlobal('fetch', (request: Request) => {
    const { pathname } = new URL(request.url);
    if (pathname === '/api/v1/session') return Promise.resolve(Response.json(SESSION));
    if (pathname === '/health') return Promise.resolve(Response.json(HEALTH));
    return serve();
  });
  window.history.replaceState(null, '', address);
  render(<App />);
}

beforeEach(() => {
  // What React tells of what breaks is expected here.
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  vi.useRealTimers();
  signIn.done();
});

test.each(PLACES)('%s says what failed, and asks again', async (address, title) => {
  let asked = 0;
  open(address, () => {
    asked++;
    const problem = { title: 'timeout', detail: 'it took longer than 30 s', code: 'timeout' };
    return Promise.resolve(Response.json({ ...problem, trace_id: 'abc' }, { status: 504 }));
  });
  expect(await screen.findByRole('heading', { level: 1, name: title })).toBeVisible();
  // What may be seen depends on who asks, so that a part may go again.
  const again = async () => {
    const [alert] = screen.getAllByRole('alert');
    if (!alert) throw new Error('nothing is said');
    expect(alert).toHaveTextContent('It took longer than 30 s');
    const before = asked;
    await userEvent.click(within(alert).getByRole('button', { name: 'Try again' }));
    expect(asked).toBeGreaterThan(before);
  };
  await vi.waitFor(again, 10_000);
});

// A price has nothing that must be there.
const TOLD = PLACES.filter(([address]) => !address.includes('price'));

test.each(TOLD)('%s keeps the menu when an answer is of another kind', async (address, title) => {
  open(address, () => Promise.resolve(Response.json({})));
  expect(await screen.findAllByRole('alert')).not.toHaveLength(0);
  expect(screen.getByRole('navigation', { name: 'Pages' })).toBeVisible();
  const heading = screen.queryByRole('heading', { level: 1, name: title });
  // The explorer and a trace are made of one answer; the others stay but for the part that breaks.
  if (!/explorer|traces/.test(address)) expect(heading).toBeVisible();
});

test.each(PLACES)('%s says that something else answered', async (address) => {
  open(address, () => Promise.resolve(new Response('<html>Login to the hotel</html>')));
  const alerts = await screen.findAllByRole('alert');
  expect(alerts[0]).toHaveTextContent('What came back is no answer of Winnow');
});

test.each(PLACES)('%s says that it waits, and stops when told to', async (address, title) => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  const user = userEvent.setup({ advanceTimers: vi.advanceTimersByTime });
  open(address, () => new Promise(() => undefined));
  await screen.findByRole('heading', { level: 1, name: title });
  await vi.advanceTimersByTimeAsync(9_000);
  expect(screen.getAllByText('Still waiting for the answer')[0]).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Do not wait' }));
  expect((await screen.findAllByText(/It was not waited for/))[0]).toBeVisible();
  await user.click(screen.getAllByRole('button', { name: 'Ask again' })[0] as HTMLElement);
  await vi.advanceTimersByTimeAsync(6_000);
  expect(screen.getAllByText('Still waiting for the answer')[0]).toBeVisible();
});
