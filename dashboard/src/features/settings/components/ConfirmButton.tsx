import { Button, Group, Popover, Text } from '@mantine/core';
import { useState } from 'react';
import { useHandover } from '../../../lib/focus/useHandover';

interface Props {
  /** What it does, as `Revoke`. */
  readonly action: string;
  /** To what, for those who hear the page. */
  readonly name: string;
  /** What follows from it. */
  readonly consequence: string;
  readonly isPending: boolean;
  readonly onConfirm: () => void;
}

/** A button for what cannot be undone: it asks once more. */
export function ConfirmButton({ action, name, consequence, isPending, onConfirm }: Props) {
  const [isOpen, setOpen] = useState(false);
  const button = useHandover<HTMLButtonElement>();
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
          ref={button}
          size="compact-xs"
          variant="default"
          // What is disabled loses the focus.
          data-disabled={isPending}
          aria-disabled={isPending}
          onClick={() => setOpen(!isPending)}
          aria-label={`${action} ${name}`}
        >
          {action}
        </Button>
      </Popover.Target>
      <Popover.Dropdown maw={280}>
        <Text size="sm" mb="sm">
          {consequence}
        </Text>
        <Group justify="flex-end" gap="xs">
          <Button size="compact-xs" variant="default" onClick={() => setOpen(false)} data-autofocus>
            Keep
          </Button>
          <Button
            size="compact-xs"
            color="red.8"
            onClick={() => {
              setOpen(false);
              onConfirm();
            }}
          >
            {action}
          </Button>
        </Group>
      </Popover.Dropdown>
    </Popover>
  );
}
