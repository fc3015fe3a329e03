import { useId } from 'react';
import classes from './Choice.module.css';

interface Props<T extends string> {
  /** What is chosen, for those who hear the page. */
  readonly label: string;
  readonly value: T;
  readonly choices: readonly { readonly value: T; readonly label: string }[];
  readonly onChange: (value: T) => void;
}

/** One of a few that are all in sight. */
export function Choice<T extends string>({ label, value, choices, onChange }: Props<T>) {
  const name = useId();
  return (
    <div className={classes.choice} role="radiogroup" aria-label={label}>
      {choices.map((choice) => (
        <label key={choice.value}>
          <input
            type="radio"
            name={name}
            checked={choice.value === value}
            onChange={() => onChange(choice.value)}
          />
          {choice.label}
        </label>
      ))}
    </div>
  );
}
