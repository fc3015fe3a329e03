import { Button, CloseButton } from '@mantine/core';
import { problemOf } from '../../../lib/api/problem';
import { formatCount } from '../../../lib/format/numbers';
import { formatTimestamp } from '../../../lib/time/format';
import type { AbsoluteRange } from '../../../lib/time/range';
import type { Outcome } from '../hooks/useSteps';
import classes from './Explorer.module.css';

interface Props {
  readonly outcome: Outcome;
  readonly range: AbsoluteRange;
  /** Shows the records up to a moment. */
  readonly onTime: (time: AbsoluteRange) => void;
  readonly onSeen: () => void;
}

/** Says what came of looking for the next error, unless it is chosen. */
export function ErrorOutcome({ outcome, range, onTime, onSeen }: Props) {
  if (outcome.is === 'found') return null;
  const far = outcome.is === 'far' ? Date.parse(outcome.record.timestamp) : null;
  return (
    <p className={classes.outcome} role="status">
      <span>{wordsOf(outcome)}</span>
      {far !== null && (
        <Button
          size="compact-xs"
          variant="default"
          onClick={() => {
            onSeen();
            onTime({ kind: 'absolute', from: Math.min(range.from, far), to: far + 1 });
          }}
        >
          Show the records up to it
        </Button>
      )}
      {outcome.is !== 'searching' && (
        <CloseButton size="xs" aria-label="Close this note" onClick={onSeen} />
      )}
    </p>
  );
}

function wordsOf(outcome: Outcome): string {
  switch (outcome.is) {
    case 'searching':
      return 'Looking for the next error';
    case 'none below':
      return 'There is no error further below.';
    case 'none above':
      return 'There is no error further above.';
    case 'far':
      return `The next error is of ${formatTimestamp(outcome.record.timestamp)}, below the ${formatCount(outcome.searched)} records that are loaded.`;
    case 'failed':
      return `The next error could not be found: ${problemOf(outcome.error).detail}`;
    case 'found':
      return '';
  }
}
