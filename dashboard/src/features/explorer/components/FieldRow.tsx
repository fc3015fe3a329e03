import { Menu } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { HostileText } from '../../../components/HostileText';
import { visible } from '../../../lib/text/visible';
import { equalTo } from '../model/conditions';
import { type Field, textOf } from '../model/fields';
import { cut } from '../model/rows';
import { type ChangeView, toggled, type View } from '../model/view';
import classes from './FieldsTab.module.css';

const LONGEST_VALUE = 4000;

interface Props {
  readonly field: Field;
  readonly view: View;
  readonly onChange: ChangeView;
}

/** A field with its value. A click on its name offers what can be done with it. */
export function FieldRow({ field, view, onChange }: Props) {
  const { name, value, isAskable } = field;
  const text = textOf(value);
  const isLong = text.length > 80 || text.includes('\n');
  const clipboard = useClipboard();
  const add = (condition: string | null) => {
    if (condition === null || view.filter.includes(condition)) return;
    onChange({ filter: [...view.filter, condition] });
  };
  return (
    <div className={classes.field} data-long={isLong || undefined}>
      <Menu position="bottom-start" shadow="md" withinPortal>
        <Menu.Target>
          <button type="button" className={classes.name} title={visible(cut(name, 200))}>
            <HostileText text={cut(shortName(name), 80)} />
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          {isAskable && (
            <>
              <Menu.Item onClick={() => add(equalTo(name, value))}>Only with this value</Menu.Item>
              <Menu.Item onClick={() => add(equalTo(name, value, true))}>
                Without this value
              </Menu.Item>
              <Menu.Item onClick={() => add(equalTo(name, null, true))}>
                Only with this field
              </Menu.Item>
              <Menu.Divider />
            </>
          )}
          <Menu.Item onClick={() => clipboard.copy(text)}>Copy the value</Menu.Item>
          <Menu.Item onClick={() => clipboard.copy(name)}>Copy the name</Menu.Item>
          <Menu.Item onClick={() => onChange({ column: toggled(view.column, name) })}>
            {view.column.includes(name) ? 'Remove the column' : 'Show as a column'}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <span className={classes.value}>
        <HostileText text={cut(text, LONGEST_VALUE)} />
      </span>
    </div>
  );
}

/** A name without its group, under whose title it stands. */
function shortName(name: string): string {
  return name.replace(/^(?:attributes|resource|body)\./, '');
}
