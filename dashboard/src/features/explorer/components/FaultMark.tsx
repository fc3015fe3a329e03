import classes from './QueryBar.module.css';

interface Props {
  readonly text: string;
  readonly at: number;
  /** How far the input that this lies below is scrolled. */
  readonly scrolled: number;
}

/** Underlines the word of a query at which something is wrong. */
export function FaultMark({ text, at, scrolled }: Props) {
  const word = /^[^\s(),=<>!]+|^./s.exec(text.slice(at))?.[0] ?? ' ';
  return (
    <div className={classes.mark} aria-hidden>
      <span style={{ transform: `translateX(${-scrolled}px)` }}>
        {text.slice(0, at)}
        <mark>{word}</mark>
      </span>
    </div>
  );
}
