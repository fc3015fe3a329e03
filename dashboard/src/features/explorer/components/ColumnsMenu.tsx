import { Button, Checkbox, Popover, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import { visible } from '../../../lib/text/visible';
import { fieldGroups } from '../model/fields';
import { cut, type LogRecord } from '../model/rows';
import { type ChangeView, toggled, type View } from '../model/view';
import classes from './ColumnsMenu.module.css';

/* Rows of one kind have the same fields, so a few rows tell most of them. */
const LOOKED_AT = 200;
const MOST_SHOWN = 60;

interface Props {
  readonly records: readonly LogRecord[];
  readonly view: View;
  readonly onChange: ChangeView;
}

/** Chooses the fields that are columns. */
export function ColumnsMenu(props: Props) {
  const { column } = props.view;
  return (
    <Popover position="bottom-end" shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <Button className={classes.target ?? ''} variant="subtle" color="gray" size="compact-xs">
          Columns{column.length > 0 && ` (${column.length})`}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p="sm">
        <Choices {...props} />
      </Popover.Dropdown>
    </Popover>
  );
}

function Choices({ records, view, onChange }: Props) {
  const [text, setText] = useState('');
  const names = useMemo(() => namesOf(records, view.column), [records, view.column]);
  const found = names.filter((name) => name.toLowerCase().includes(text.trim().toLowerCase()));
  return (
    <div className={classes.menu}>
      <TextInput
        size="xs"
        label="Columns"
        placeholder="Search for a field"
        value={text}
        data-autofocus
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div className={classes.names}>
        {found.slice(0, MOST_SHOWN).map((name) => (
          <Checkbox
            key={name}
            size="xs"
            label={visible(cut(name, 80))}
            checked={view.column.includes(name)}
            onChange={() => onChange({ column: toggled(view.column, name) })}
          />
        ))}
      </div>
      {found.length > MOST_SHOWN && (
        <p className={classes.more}>{found.length - MOST_SHOWN} more; search for them</p>
      )}
      {found.length === 0 && <p className={classes.more}>No loaded record has such a field.</p>}
    </div>
  );
}

/** The fields of the first records, the chosen ones first, then those that most records have. */
function namesOf(records: readonly LogRecord[], chosen: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const record of records.slice(0, LOOKED_AT)) {
    for (const { fields } of fieldGroups(record)) {
      for (const { name } of fields) counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  const others = [...counts].filter(([name]) => !chosen.includes(name));
  return [...chosen, ...others.toSorted((a, b) => b[1] - a[1]).map(([name]) => name)];
}
