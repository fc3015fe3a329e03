import { TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import { plural } from '../../../lib/format/numbers';
import { type Field, fieldGroups, firstOf, textOf } from '../model/fields';
import type { LogRecord } from '../model/rows';
import type { ChangeView, View } from '../model/view';
import { FieldRow } from './FieldRow';
import classes from './FieldsTab.module.css';

/* A record may have ten thousand fields, of which nobody reads more than these at once. */
const MOST_SHOWN = 150;
/* Fewer fields are found without a search. */
const WORTH_SEARCHING = 12;

interface Props {
  readonly record: LogRecord;
  readonly view: View;
  readonly onChange: ChangeView;
}

/** The fields of a record, to read, filter by, copy and add as columns. */
export function FieldsTab({ record, view, onChange }: Props) {
  const [text, setText] = useState('');
  const groups = useMemo(() => fieldGroups(record), [record]);
  const wanted = text.trim().toLowerCase();
  const isWanted = ({ name, value }: Field) =>
    wanted === '' ||
    name.toLowerCase().includes(wanted) ||
    textOf(value).toLowerCase().includes(wanted);
  const all = groups.reduce((sum, { fields }) => sum + fields.length, 0);
  const matching = groups.map(({ title, fields }) => ({ title, fields: fields.filter(isWanted) }));
  const found = matching.reduce((sum, { fields }) => sum + fields.length, 0);
  return (
    <>
      {all > WORTH_SEARCHING && (
        <TextInput
          size="xs"
          mb="xs"
          aria-label="Search in the fields"
          placeholder={`Search in ${plural(all, 'field')}`}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      )}
      {firstOf(matching, MOST_SHOWN).map(
        ({ title, fields }) =>
          fields.length > 0 && (
            <section key={title} className={classes.group}>
              <h3>{title}</h3>
              {fields.map((field) => (
                <FieldRow key={field.name} field={field} view={view} onChange={onChange} />
              ))}
            </section>
          ),
      )}
      {found === 0 && <p className={classes.note}>No field has that in its name or value.</p>}
      {found > MOST_SHOWN && (
        <p className={classes.note}>{plural(found - MOST_SHOWN, 'more field')}; search for them</p>
      )}
    </>
  );
}
