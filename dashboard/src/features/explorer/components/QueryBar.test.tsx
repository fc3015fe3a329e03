import { MantineProvider } from '@mantine/core';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { QueryBar } from './QueryBar';

test('runs what is typed at Enter', async () => {
  const onRun = vi.fn();
  render(<QueryBar value="" fault={null} onRun={onRun} />, { wrapper: MantineProvider });
  await userEvent.type(screen.getByRole('textbox', { name: 'Query' }), 'level = warn{Enter}');
  expect(onRun).toHaveBeenCalledExactlyOnceWith('level = warn');
});

test('marks what is wrong, until it is changed, and keeps it', async () => {
  const fault = { message: 'no field is named <b>', at: 6 };
  const { container } = render(<QueryBar value="a and <b> = 1" fault={fault} onRun={vi.fn()} />, {
    wrapper: MantineProvider,
  });
  const input = screen.getByRole('textbox', { name: 'Query' });
  expect(screen.getByRole('alert')).toHaveTextContent('no field is named <b>');
  expect(container.querySelector('mark')).toHaveTextContent('<');
  expect(input).toBeInvalid();
  await userEvent.type(input, '2');
  expect(input).toHaveValue('a and <b> = 12');
  expect(screen.queryByRole('alert')).toBeNull();
});
