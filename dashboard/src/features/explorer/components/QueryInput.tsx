import { type KeyboardEvent, type RefObject, useId, useState } from 'react';
import { HostileText } from '../../../components/HostileText';
import { useCompletions } from '../hooks/useCompletions';
import { typedAt } from '../model/completion';
import { cut } from '../model/rows';
import type { Selection } from '../model/selection';
import classes from './QueryBar.module.css';

interface Props {
  readonly input: RefObject<HTMLInputElement | null>;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly onScroll: (left: number) => void;
  /** Whose fields and values are offered. */
  readonly selection: Selection;
  /** The id of what says that the query is wrong. */
  readonly faultId: string | undefined;
}

/** The text of a query. Names of fields and values are offered; Enter runs it unless one is chosen. */
export function QueryInput({ input, text, onText, onScroll, selection, faultId }: Props) {
  const [caret, setCaret] = useState<number | null>(null);
  const [chosen, setChosen] = useState(-1);
  const list = useId();
  const typed = caret === null ? null : typedAt(text, caret);
  const options = useCompletions(typed, selection);
  const isOpen = options.length > 0;

  const take = (at: number) => {
    const option = options[at];
    if (!option || !typed || caret === null) return;
    onText(`${text.slice(0, typed.from)}${option.text} ${text.slice(caret).trimStart()}`);
    setChosen(-1);
    setCaret(null);
    input.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && isOpen) {
      event.preventDefault();
      setChosen((chosen + step + options.length + 1) % (options.length + 1));
    } else if ((event.key === 'Enter' || event.key === 'Tab') && isOpen && options[chosen]) {
      event.preventDefault();
      take(chosen);
    } else if (event.key === 'Enter') {
      setCaret(null);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      if (isOpen) setCaret(null);
      else event.currentTarget.blur();
    }
  };

  return (
    <>
      <input
        ref={input}
        className={classes.input}
        value={text}
        role="combobox"
        spellCheck={false}
        autoComplete="off"
        autoCapitalize="off"
        aria-label="Query"
        aria-invalid={faultId !== undefined}
        aria-describedby={faultId}
        aria-expanded={isOpen}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={options[chosen] ? `${list}-${chosen}` : undefined}
        placeholder={'level >= warn and service = checkout and "timed out"'}
        onChange={(event) => {
          onText(event.currentTarget.value);
          setCaret(event.currentTarget.selectionStart);
          setChosen(-1);
        }}
        onBlur={() => setCaret(null)}
        onScroll={(event) => onScroll(event.currentTarget.scrollLeft)}
        onKeyDown={onKeyDown}
      />
      <div
        id={list}
        role="listbox"
        aria-label="Completions"
        className={classes.options}
        hidden={!isOpen}
      >
        {options.map((option, at) => (
          <div
            key={option.text}
            id={`${list}-${at}`}
            role="option"
            tabIndex={-1}
            aria-selected={at === chosen}
            className={classes.option}
            // The input keeps the focus.
            onMouseDown={(event) => {
              event.preventDefault();
              take(at);
            }}
          >
            <HostileText text={cut(option.text, 100)} />
            <span>{option.note}</span>
          </div>
        ))}
      </div>
    </>
  );
}
