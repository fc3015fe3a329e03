import { MantineProvider } from '@mantine/core';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { TimePicker } from './TimePicker';

function show() {
  const onChange = vi.fn();
  render(
    <MantineProvider env="test">
      <TimePicker value={{ kind: 'last', text: '1h' }} onChange={onChange} />
    </MantineProvider>,
  );
  return onChange;
}

test('takes two pasted times', async () => {
  const onChange = show();
  await userEvent.click(screen.getByRole('button', { name: 'Time: last 1 h' }));
  const input = screen.getByRole('textbox', { name: 'Time' });
  await userEvent.clear(input);
  await userEvent.type(input, '2026-11-22T04:00:00Z - 2026-11-22T05:00:00Z{Enter}');
  expect(onChange).toHaveBeenCalledExactlyOnceWith({
    kind: 'absolute',
    from: Date.UTC(2026, 10, 22, 4),
    to: Date.UTC(2026, 10, 22, 5),
  });
});

test('keeps what it does not understand, and says so', async () => {
  const onChange = show();
  await userEvent.click(screen.getByRole('button', { name: 'Time: last 1 h' }));
  const input = screen.getByRole('textbox', { name: 'Time' });
  await userEvent.clear(input);
  await userEvent.type(input, 'soon{Enter}');
  expect(onChange).not.toHaveBeenCalled();
  expect(input).toHaveValue('soon');
  expect(input).toBeInvalid();
});
