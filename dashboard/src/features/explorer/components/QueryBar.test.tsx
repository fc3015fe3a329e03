import { MantineProvider } from '@mantine/core';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { QueryBar } from './QueryBar';

function Surroundings({ children }: { readonly children: ReactNode }) {
  const [client] = useState(
    () => new QueryClient({ defaultOptions: { queries: { retry: false } } }),
  );
  return (
    <MantineProvider env="test">
      <QueryClientProvider client={client}>{children}</QueryClientProvider>
    </MantineProvider>
  );
}

afterEach(() => vi.unstubAllGlobals());

test('runs what is typed at Enter', async () => {
  const onRun = vi.fn();
  render(<QueryBar value="" fault={null} selection={{}} onRun={onRun} />, {
    wrapper: Surroundings,
  });
  await userEvent.type(screen.getByRole('combobox', { name: 'Query' }), 'level = warn{Enter}');
  expect(onRun).toHaveBeenCalledExactlyOnceWith('level = warn');
});

test('marks what is wrong, until it is changed, and keeps it', async () => {
  const fault = { message: 'no field is named <b>', at: 6 };
  const { container } = render(
    <QueryBar value="a and <b> = 1" fault={fault} selection={{}} onRun={vi.fn()} />,
    {
      wrapper: Surroundings,
    },
  );
  const input = screen.getByRole('combobox', { name: 'Query' });
  expect(screen.getByRole('alert')).toHaveTextContent('no field is named <b>');
  expect(container.querySelector('mark')).toHaveTextContent('<');
  expect(input).toBeInvalid();
  await userEvent.type(input, '2');
  expect(input).toHaveValue('a and <b> = 12');
  expect(screen.queryByRole('alert')).toBeNull();
});

test('completes the value of a field by keys', async () => {
  const values = [
    { value: 'cart', count: 3 },
    { value: 'check out', count: 2 },
  ];
  const facets = [{ field: 'service', values, others: 0, absent: 0 }];
  vi.stubGlobal('fetch', () => Promise.resolve(Response.json({ facets })));
  const onRun = vi.fn();
  render(<QueryBar value="" fault={null} selection={{}} onRun={onRun} />, {
    wrapper: Surroundings,
  });
  const input = screen.getByRole('combobox', { name: 'Query' });
  await userEvent.type(input, 'service = ch');
  await screen.findByRole('option', { name: /check out/ });
  await userEvent.keyboard('{ArrowDown}{Enter}');
  expect(input).toHaveValue('service = "check out" ');
  expect(onRun).not.toHaveBeenCalled();
  await userEvent.keyboard('{Enter}');
  expect(onRun).toHaveBeenCalledExactlyOnceWith('service = "check out" ');
});
