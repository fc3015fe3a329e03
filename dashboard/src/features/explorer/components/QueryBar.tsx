import { ActionIcon, Button } from '@mantine/core';
import { useId, useRef, useState } from 'react';
import { HostileText } from '../../../components/HostileText';
import { Icon } from '../../../components/Icon';
import { useCommand } from '../../../lib/shortcuts/useCommand';
import type { QueryFault } from '../model/conditions';
import type { Selection } from '../model/selection';
import { FaultMark } from './FaultMark';
import { QueryInput } from './QueryInput';
import classes from './QueryBar.module.css';

interface Props {
  /** The query that is shown, which differs from what is being typed. */
  readonly value: string;
  readonly fault: QueryFault | null;
  /** The records whose fields and values are offered. */
  readonly selection: Selection;
  readonly onRun: (query: string) => void;
}

/** Where a predicate is typed. Enter runs it; what is wrong with it is told here, and nothing is lost. */
export function QueryBar({ value, fault, selection, onRun }: Props) {
  const [text, setText] = useState(value);
  const [shown, setShown] = useState(value);
  const [scrolled, setScrolled] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  const message = useId();
  if (shown !== value) {
    setShown(value);
    setText(value);
  }
  useCommand({
    id: 'query',
    label: 'Write a query',
    group: 'Explorer',
    keys: '/',
    run: () => input.current?.select(),
  });
  const isOfThis = fault !== null && text === value;
  return (
    <form
      className={classes.form}
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        onRun(text.trim() === '' ? '' : text);
      }}
    >
      <div className={classes.bar} data-wrong={isOfThis || undefined}>
        <Icon name="explorer" size={14} />
        <div className={classes.field}>
          {isOfThis && fault.at !== null && (
            <FaultMark text={text} at={fault.at} scrolled={scrolled} />
          )}
          <QueryInput
            input={input}
            text={text}
            onText={setText}
            onScroll={setScrolled}
            selection={selection}
            faultId={isOfThis ? message : undefined}
          />
        </div>
        {text !== '' && (
          <ActionIcon
            variant="subtle"
            color="gray"
            size="sm"
            aria-label="Clear the query"
            onClick={() => {
              setText('');
              onRun('');
              input.current?.focus();
            }}
          >
            <Icon name="close" size={13} />
          </ActionIcon>
        )}
        <Button type="submit" size="compact-xs" variant={text === value ? 'default' : 'filled'}>
          Search
        </Button>
      </div>
      {isOfThis && (
        <p className={classes.fault} id={message} role="alert">
          <HostileText text={fault.message} />
        </p>
      )}
    </form>
  );
}
