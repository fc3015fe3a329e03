import { Button } from '@mantine/core';
import { problemOf } from '../lib/api/problem';
import { CopyButton } from './CopyButton';
import { HostileText } from './HostileText';
import { Icon } from './Icon';
import classes from './ProblemNotice.module.css';

interface Props {
  /** What was thrown. */
  readonly error: unknown;
  readonly onRetry?: (() => void) | undefined;
}

/** Why something could not be shown, and by what name the server's log knows it. */
export function ProblemNotice({ error, onRetry }: Props) {
  const problem = problemOf(error);
  return (
    <div className={classes.notice} role="alert">
      <Icon name="alert" />
      <div className={classes.text}>
        <p className={classes.title}>{sentence(problem.title)}</p>
        <p>
          <HostileText text={sentence(problem.detail)} />
        </p>
        <p className={classes.origin}>
          <span>{problem.code}</span>
          {problem.trace_id !== '' && (
            <>
              <span>trace {problem.trace_id}</span>
              <CopyButton text={problem.trace_id} label="Copy the trace id" />
            </>
          )}
        </p>
      </div>
      {onRetry && (
        <Button size="compact-xs" variant="default" onClick={onRetry}>
          Try again
        </Button>
      )}
    </div>
  );
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
