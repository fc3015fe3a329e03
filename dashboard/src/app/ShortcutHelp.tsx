import { Kbd, Modal } from '@mantine/core';
import { Fragment } from 'react';
import { useCommand, useCommands } from '../lib/shortcuts/useCommand';
import { closeDialog, openHelp, useIsOpen } from './dialogs';
import { keyCaps } from './keyCaps';
import classes from './Commands.module.css';

/** What the keys do on this page, made of the registry. */
export function ShortcutHelp() {
  const isOpen = useIsOpen('help');
  useCommand({
    id: 'help',
    label: 'Show what the keys do',
    group: 'Anywhere',
    keys: '?',
    run: openHelp,
  });
  return (
    <Modal opened={isOpen} onClose={closeDialog} title="Keys of this page" size="md">
      <Keys />
    </Modal>
  );
}

function Keys() {
  const commands = useCommands().filter(({ keys }) => keys !== undefined);
  // The newest has the keys.
  const shown = commands.filter(
    (command, index) => !commands.slice(index + 1).some(({ keys }) => keys === command.keys),
  );
  const groups = [...new Set(shown.map(({ group }) => group))].map(
    (name) => [name, shown.filter(({ group }) => group === name)] as const,
  );
  return groups.map(([name, members]) => (
    <Fragment key={name}>
      <h3 className={classes.group}>{name}</h3>
      <dl className={classes.keys}>
        {members.map(({ id, label, keys = '' }) => (
          <div key={id}>
            <dt>{label}</dt>
            <dd>
              {keyCaps(keys).map((cap, index) => (
                <Kbd key={index} size="xs">
                  {cap}
                </Kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Fragment>
  ));
}
