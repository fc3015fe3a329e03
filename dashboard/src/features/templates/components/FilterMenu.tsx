import { Button, Checkbox, Popover, ScrollArea, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Icon } from '../../../components/Icon';
import { formatCount } from '../../../lib/format/numbers';
import { visible } from '../../../lib/text/visible';
import classes from './FilterMenu.module.css';

interface Choice {
  readonly value: string;
  readonly count?: number;
}

interface Props {
  readonly name: string;
  readonly choices: readonly Choice[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
  /** What is told where there is nothing to choose. */
  readonly none?: string;
  readonly onOpen?: () => void;
}

const SEARCHED_FROM = 12;

/** Chooses any of several values; none chosen means all. */
export function FilterMenu({ name, choices, chosen, onChange, none, onOpen }: Props) {
  const [typed, setTyped] = useState('');
  // What is chosen stays there to be taken away, even if no record has it.
  const missing = chosen.filter((value) => !choices.some((choice) => choice.value === value));
  const all: readonly Choice[] = [...missing.map((value) => ({ value })), ...choices];
  const found = all.filter(({ value }) => value.toLowerCase().includes(typed.toLowerCase()));
  const toggle = (value: string) =>
    onChange(
      chosen.includes(value) ? chosen.filter((known) => known !== value) : [...chosen, value],
    );
  return (
    <Popover position="bottom-start" shadow="md" trapFocus returnFocus onOpen={() => onOpen?.()}>
      <Popover.Target>
        <Button
          variant={chosen.length > 0 ? 'light' : 'default'}
          size="compact-sm"
          h={28}
          maw={220}
          rightSection={<Icon name="down" size={12} />}
        >
          {summary(name, chosen)}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p="xs" w={260} maw="calc(100vw - 24px)" aria-label={name}>
        {all.length >= SEARCHED_FROM && (
          <TextInput
            size="xs"
            mb="xs"
            aria-label={`Find a ${name.toLowerCase()}`}
            placeholder="Find"
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
        )}
        {found.length === 0 && <p className={classes.none}>{none}</p>}
        <ScrollArea.Autosize mah={280}>
          <Stack gap={6} p={2}>
            {found.map(({ value, count }) => (
              <Checkbox
                key={value}
                size="xs"
                classNames={{ body: classes.choice ?? '', labelWrapper: classes.wrapper ?? '' }}
                checked={chosen.includes(value)}
                onChange={() => toggle(value)}
                label={
                  <span className={classes.label}>
                    <span className={classes.value}>{visible(value)}</span>
                    {count !== undefined && (
                      <span className={classes.count}>{formatCount(count)}</span>
                    )}
                  </span>
                }
              />
            ))}
          </Stack>
        </ScrollArea.Autosize>
        {chosen.length > 0 && (
          <Button
            mt="xs"
            fullWidth
            size="compact-xs"
            variant="default"
            onClick={() => onChange([])}
          >
            Clear
          </Button>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}

function summary(name: string, chosen: readonly string[]): string {
  if (chosen.length === 0) return name;
  return chosen.length < 3
    ? `${name}: ${chosen.map(visible).join(', ')}`
    : `${name}: ${chosen.length} chosen`;
}
