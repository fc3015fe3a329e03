import { Button, TextInput } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { useState } from 'react';
import { OpenBelow } from './OpenBelow';

interface Props {
  /** At which others see the same, also later; asked for when the button is pressed. */
  readonly address: () => string;
  /** What it leads to, as `these records`. */
  readonly to: string;
  readonly note?: string;
}

/** Copies an address, and shows it to those whose browser lets no page copy. */
export function ShareButton({ address, to, note }: Props) {
  const clipboard = useClipboard();
  const [shared, setShared] = useState<string | null>(null);
  return (
    <OpenBelow
      isOpen={shared !== null}
      onOpen={(isOpen) => !isOpen && setShared(null)}
      width={340}
      target={
        <Button
          variant="default"
          h={28}
          size="compact-sm"
          onClick={() => {
            const current = address();
            setShared(current);
            clipboard.copy(current);
          }}
        >
          Share
        </Button>
      }
    >
      <TextInput
        size="xs"
        readOnly
        label={clipboard.copied ? 'The link is copied' : `Link to ${to}`}
        description={note}
        value={shared ?? ''}
        data-autofocus
        onFocus={(event) => event.currentTarget.select()}
      />
    </OpenBelow>
  );
}
