import { Button, Popover } from '@mantine/core';
import { useState } from 'react';
import { useCommand } from '../../../lib/shortcuts/useCommand';
import type { View } from '../model/view';
import { SavedViews } from './SavedViews';

/** Opens saved views, and saves this one. */
export function ViewsMenu({ view }: { readonly view: View }) {
  const [isOpen, setOpen] = useState(false);
  useCommand({
    id: 'views',
    label: 'Open or save a view',
    group: 'Explorer',
    keys: 'v',
    run: () => setOpen(true),
  });
  return (
    <Popover
      opened={isOpen}
      onChange={setOpen}
      position="bottom-end"
      shadow="md"
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <Button
          variant="default"
          h={28}
          size="compact-sm"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          Views
        </Button>
      </Popover.Target>
      <Popover.Dropdown p="sm">
        <SavedViews view={view} onDone={() => setOpen(false)} />
      </Popover.Dropdown>
    </Popover>
  );
}
