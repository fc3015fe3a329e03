import { CloseButton, TextInput } from '@mantine/core';
import { useRef } from 'react';
import { Icon } from '../../../components/Icon';
import { useCommand } from '../../../lib/shortcuts/useCommand';

interface Props {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** Finds templates by words that they hold. */
export function FindBox({ value, onChange }: Props) {
  const input = useRef<HTMLInputElement>(null);
  useCommand({
    id: 'find-template',
    label: 'Find a template by its words',
    group: 'Templates',
    keys: '/',
    run: () => input.current?.select(),
  });
  return (
    <TextInput
      ref={input}
      size="xs"
      flex="1 1 150px"
      maw={240}
      aria-label="Find templates by their words"
      placeholder="Find in templates"
      leftSection={<Icon name="explorer" size={14} />}
      rightSection={
        value !== '' && (
          <CloseButton size="xs" aria-label="Clear what is found" onClick={() => onChange('')} />
        )
      }
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        if (value === '') event.currentTarget.blur();
        else onChange('');
      }}
    />
  );
}
