import { Button } from '@mantine/core';
import { useState } from 'react';
import { OpenBelow } from '../../../components/OpenBelow';
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
    <OpenBelow
      isOpen={isOpen}
      onOpen={setOpen}
      target={
        <Button
          variant="default"
          h={28}
          size="compact-sm"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          Views
        </Button>
      }
    >
      <SavedViews view={view} onDone={() => setOpen(false)} />
    </OpenBelow>
  );
}
