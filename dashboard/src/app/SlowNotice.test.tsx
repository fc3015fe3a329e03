import { MantineProvider } from '@mantine/core';
import { QueryClientProvider, useQuery } from '@tanstack/react-query';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { createQueryClient } from '../lib/api/queries';
import { SlowNotice } from './SlowNotice';

const never = () => new Promise<never>(() => undefined);

function Asks({ queryKey }: { readonly queryKey: readonly string[] }) {
  useQuery({ queryKey, queryFn: never });
  return null;
}

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('does without what is slow, and waits for what was asked just now', async () => {
  vi.useFakeTimers();
  vi.stubGlobal('fetch', () => Promise.resolve(Response.json({ status: 'healthy' })));
  const client = createQueryClient();
  const page = (keys: readonly (readonly string[])[]) => (
    <MantineProvider env="test">
      <QueryClientProvider client={client}>
        {keys.map((queryKey) => (
          <Asks key={queryKey.join()} queryKey={queryKey} />
        ))}
        <SlowNotice />
      </QueryClientProvider>
    </MantineProvider>
  );
  const { rerender } = render(page([['fields']]));
  await act(() => vi.advanceTimersByTimeAsync(5_000));
  rerender(page([['fields'], ['fields', 'http']]));
  await act(() => vi.advanceTimersByTimeAsync(3_000));
  fireEvent.click(screen.getByRole('button', { name: 'Do not wait' }));
  await act(() => vi.advanceTimersByTimeAsync(10));
  expect(client.getQueryState(['fields'])?.fetchStatus).toBe('idle');
  expect(client.getQueryState(['fields', 'http'])?.fetchStatus).toBe('fetching');
});
