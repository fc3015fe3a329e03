import { MantineProvider } from '@mantine/core';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { readState } from '../../../lib/url/codec';
import { VIEW } from '../model/view';
import { FieldRow } from './FieldRow';

function show(value: unknown, isAskable: boolean) {
  const onChange = vi.fn();
  const view = readState(VIEW, '');
  const field = { name: 'attributes.user', value, isAskable };
  render(
    <MantineProvider env="test">
      <FieldRow field={field} view={view} onChange={onChange} />
    </MantineProvider>,
  );
  return onChange;
}

test('filters out records with the value of a field', async () => {
  const onChange = show('<script>\u202e', true);
  await userEvent.click(screen.getByRole('button', { name: 'user' }));
  await userEvent.click(screen.getByRole('menuitem', { name: 'Without this value' }));
  expect(onChange).toHaveBeenCalledExactlyOnceWith({
    filter: ['attributes.user != "<script>\u202e"'],
  });
});

test('offers no filter for what no predicate can ask', async () => {
  const onChange = show([1, 2], false);
  await userEvent.click(screen.getByRole('button', { name: 'user' }));
  expect(screen.queryByRole('menuitem', { name: 'Only with this value' })).toBeNull();
  await userEvent.click(screen.getByRole('menuitem', { name: 'Show as a column' }));
  expect(onChange).toHaveBeenCalledExactlyOnceWith({ column: ['attributes.user'] });
});
