import { MantineProvider } from '@mantine/core';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { useCommand, useKeys } from '../lib/shortcuts/useCommand';
import { CommandPalette } from './CommandPalette';
import { ShortcutHelp } from './ShortcutHelp';

function Page({ onSave }: { readonly onSave: () => void }) {
  useKeys();
  useCommand({ id: 'save', label: 'Save the view', group: 'View', keys: 's', run: onSave });
  useCommand({
    id: 'next',
    label: 'Next row',
    group: 'Rows',
    keys: 'j',
    keysOnly: true,
    run: onSave,
  });
  return (
    <>
      <CommandPalette />
      <ShortcutHelp />
    </>
  );
}

function show() {
  const onSave = vi.fn();
  render(
    <MantineProvider env="test">
      <Page onSave={onSave} />
    </MantineProvider>,
  );
  return onSave;
}

test('finds a command by words of its name and does it', async () => {
  const onSave = show();
  await userEvent.keyboard('{Control>}k{/Control}');
  await userEvent.type(await screen.findByRole('combobox'), 'view save');
  expect(screen.getAllByRole('option').map(({ textContent }) => textContent)).toEqual([
    'Save the viewS',
  ]);
  await userEvent.keyboard('{Enter}');
  await vi.waitFor(() => expect(onSave).toHaveBeenCalledOnce());
  expect(screen.queryByRole('combobox')).toBeNull();
});

test('says what the keys do, those without a name of their own too', async () => {
  show();
  await userEvent.keyboard('?');
  expect(await screen.findByText('Next row')).toBeVisible();
  expect(screen.getByText('Save the view')).toBeVisible();
  expect(screen.getByText('Search for a command')).toBeVisible();
});
