import { Button, Menu, TextInput } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { useState } from 'react';
import { OpenBelow } from '../../../components/OpenBelow';
import type { AbsoluteRange } from '../../../lib/time/range';
import { searchOf, type Selection } from '../model/selection';
import { sharedAddress } from '../model/sharing';
import type { View } from '../model/view';

interface ShareProps {
  readonly view: View;
  readonly range: AbsoluteRange;
}

/** Copies an address at which others see the same, also later. */
export function ShareButton({ view, range }: ShareProps) {
  const clipboard = useClipboard();
  const [address, setAddress] = useState<string | null>(null);
  return (
    <OpenBelow
      isOpen={address !== null}
      onOpen={(isOpen) => !isOpen && setAddress(null)}
      width={340}
      target={
        <Button
          variant="default"
          h={28}
          size="compact-sm"
          onClick={() => {
            const shared = sharedAddress(view, range);
            setAddress(shared);
            clipboard.copy(shared);
          }}
        >
          Share
        </Button>
      }
    >
      <TextInput
        size="xs"
        readOnly
        label={clipboard.copied ? 'The link is copied' : 'Link to these records'}
        description="Its time does not move on"
        value={address ?? ''}
        data-autofocus
        onFocus={(event) => event.currentTarget.select()}
      />
    </OpenBelow>
  );
}

const FORMATS = [
  ['jsonl', 'JSON, a record on each line'],
  ['csv', 'CSV'],
  ['parquet', 'Apache Parquet'],
  ['otlp', 'OTLP in JSON'],
] as const;

/** Downloads all records of the view. */
export function ExportMenu({ selection }: { readonly selection: Selection }) {
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <Button variant="subtle" color="gray" size="compact-xs">
          Export
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>All records of this view, the oldest first</Menu.Label>
        {FORMATS.map(([format, name]) => (
          <Menu.Item
            key={format}
            component="a"
            href={`/api/logs/export?${searchOf(selection, { format })}`}
            download
          >
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
