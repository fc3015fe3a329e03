import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { useState } from 'react';
import { OpenBelow } from './OpenBelow';
import { now } from '../lib/time/clock';
import { formatRange, zoneOffset } from '../lib/time/format';
import { shift, type TimeRange } from '../lib/time/range';
import { BROWSER_ZONE, useZone } from '../lib/time/zone';
import { useCommand } from '../lib/shortcuts/useCommand';
import { Icon } from './Icon';
import { TimeChoices } from './TimeChoices';
import classes from './TimePicker.module.css';

interface Props {
  readonly value: TimeRange;
  readonly onChange: (range: TimeRange) => void;
}

/** Chooses the time that a page shows: in words, by two pasted times, or one step back or forward. */
export function TimePicker({ value, onChange }: Props) {
  const [isOpen, setOpen] = useState(false);
  const zone = useZone();
  const step = (direction: -1 | 1) => onChange(shift(value, direction, now()));
  useCommand({
    id: 'time',
    label: 'Choose the time',
    group: 'View',
    keys: 't',
    run: () => setOpen(true),
  });
  useCommand({
    id: 'time-back',
    label: 'Go back in time by one range',
    group: 'View',
    keys: '[',
    run: () => step(-1),
  });
  useCommand({
    id: 'time-forward',
    label: 'Go forward in time by one range',
    group: 'View',
    keys: ']',
    run: () => step(1),
  });

  return (
    <div className={classes.picker}>
      <Tooltip label="Back by one range">
        <ActionIcon
          variant="default"
          size={28}
          onClick={() => step(-1)}
          aria-label="Back by one range"
        >
          <Icon name="back" size={14} />
        </ActionIcon>
      </Tooltip>
      <OpenBelow
        isOpen={isOpen}
        onOpen={setOpen}
        target={
          <Button
            variant="default"
            size="compact-sm"
            h={28}
            leftSection={<Icon name="clock" size={14} />}
            onClick={() => setOpen(!isOpen)}
            aria-label={`Time: ${formatRange(value)}`}
          >
            {formatRange(value)}
          </Button>
        }
      >
        <TimeChoices
          value={value}
          onChoose={(range) => {
            setOpen(false);
            onChange(range);
          }}
        />
      </OpenBelow>
      <Tooltip label="Forward by one range">
        <ActionIcon
          variant="default"
          size={28}
          onClick={() => step(1)}
          aria-label="Forward by one range"
        >
          <Icon name="forward" size={14} />
        </ActionIcon>
      </Tooltip>
      <span className={classes.zone} title={zone === 'utc' ? 'UTC' : BROWSER_ZONE}>
        {zoneOffset()}
      </span>
    </div>
  );
}
