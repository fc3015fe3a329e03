import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Choice } from './Choice';
import { writeRange } from '../lib/url/codec';
import { formatRange } from '../lib/time/format';
import { parseRange } from '../lib/time/parse';
import { BROWSER_ZONE, chooseZone, useZone } from '../lib/time/zone';
import { isAskable, lastRange, sameRange, type TimeRange } from '../lib/time/range';
import classes from './TimePicker.module.css';

const CHOICES: readonly TimeRange[] = [
  ...['5m', '15m', '1h', '3h', '6h', '24h', '7d', '30d'].flatMap((text) => lastRange(text) ?? []),
  { kind: 'day', day: 'today' },
  { kind: 'day', day: 'yesterday' },
];

const UNKNOWN = 'No time is known by that; try 2h, or 2026-11-22 05:00 2026-11-22 06:00';
const IS_UTC = /^(?:Etc\/)?UTC$/.test(BROWSER_ZONE);

interface Props {
  readonly value: TimeRange;
  readonly onChoose: (range: TimeRange) => void;
}

/** What the time picker opens. What was typed stays there until it is understood. */
export function TimeChoices({ value, onChoose }: Props) {
  const [text, setText] = useState(writeRange(value));
  const zone = useZone();
  const [fault, setFault] = useState<string | null>(null);
  return (
    <form
      className={classes.choices}
      onSubmit={(event) => {
        event.preventDefault();
        const range = parseRange(text);
        if (!range) setFault(UNKNOWN);
        else if (isAskable(range)) onChoose(range);
        else setFault('Times are known from 1970 to 2261');
      }}
    >
      <TextInput
        size="xs"
        label="Time"
        description="As 15m, 2h, today, or two times, pasted as they are"
        value={text}
        data-autofocus
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setFault(null);
        }}
        error={fault}
      />
      <div className={classes.quick}>
        {CHOICES.map((range) => (
          <Button
            key={writeRange(range)}
            size="compact-xs"
            variant={sameRange(range, value) ? 'light' : 'default'}
            onClick={() => onChoose(range)}
          >
            {formatRange(range)}
          </Button>
        ))}
      </div>
      <div className={classes.foot}>
        {IS_UTC ? (
          <span>UTC</span>
        ) : (
          <Choice
            label="The zone that times are shown in"
            value={zone}
            onChange={chooseZone}
            choices={[
              { value: 'browser', label: BROWSER_ZONE },
              { value: 'utc', label: 'UTC' },
            ]}
          />
        )}
        <Button size="compact-xs" type="submit">
          Apply
        </Button>
      </div>
    </form>
  );
}
