import { Kbd, Modal, TextInput } from '@mantine/core';
import { type KeyboardEvent, useEffect, useId, useState } from 'react';
import type { Command } from '../lib/shortcuts/registry';
import { useCommand, useCommands } from '../lib/shortcuts/useCommand';
import { closeDialog, openPalette, useIsOpen } from './dialogs';
import { keyCaps } from './keyCaps';
import classes from './Commands.module.css';

/** Finds by name what can be done on this page, and does it. */
export function CommandPalette() {
  const isOpen = useIsOpen('palette');
  useCommand({
    id: 'palette',
    label: 'Search for a command',
    group: 'Anywhere',
    keys: 'mod+k',
    keysOnly: true,
    run: openPalette,
  });
  return (
    <Modal.Root opened={isOpen} onClose={closeDialog} yOffset="12vh" size="md">
      <Modal.Overlay />
      <Modal.Content aria-label="Commands">
        <Modal.Body p="sm">
          <Search />
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

function Search() {
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState(0);
  const list = useId();
  const found = matching(useCommands(), text);
  const at = Math.min(chosen, found.length - 1);

  useEffect(() => {
    document.getElementById(`${list}-${at}`)?.scrollIntoView({ block: 'nearest' });
  }, [list, at]);

  const run = (command: Command | undefined) => {
    if (!command) return;
    closeDialog();
    // The dialog gives the focus back before the command takes it.
    window.setTimeout(() => command.run());
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setChosen((at + step + found.length) % Math.max(found.length, 1));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      run(found[at]);
    }
  };

  return (
    <>
      <TextInput
        role="combobox"
        aria-label="Search for a command"
        aria-expanded
        aria-controls={list}
        aria-activedescendant={found[at] ? `${list}-${at}` : undefined}
        placeholder="Search for a command"
        value={text}
        data-autofocus
        onKeyDown={onKeyDown}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setChosen(0);
        }}
      />
      <div className={classes.found} id={list} role="listbox" aria-label="Commands">
        {found.map((command, index) => (
          <div
            key={command.id}
            id={`${list}-${index}`}
            role="option"
            aria-selected={index === at}
            tabIndex={-1}
            className={classes.option}
            onClick={() => run(command)}
            onKeyDown={onKeyDown}
            onMouseMove={() => setChosen(index)}
          >
            <span>{command.label}</span>
            {keyCaps(command.keys ?? '').map(
              (cap, place) =>
                cap && (
                  <Kbd key={place} size="xs">
                    {cap}
                  </Kbd>
                ),
            )}
          </div>
        ))}
      </div>
      {found.length === 0 && (
        <p className={classes.nothing}>Nothing is called that on this page.</p>
      )}
    </>
  );
}

function matching(commands: readonly Command[], text: string): Command[] {
  const words = text.toLowerCase().split(/\s+/);
  return commands.filter(
    ({ label, group, keysOnly }) =>
      keysOnly !== true && words.every((word) => `${group} ${label}`.toLowerCase().includes(word)),
  );
}
