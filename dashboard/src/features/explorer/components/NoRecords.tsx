import { Button, Loader } from '@mantine/core';
import { HostileText } from '../../../components/HostileText';
import { ProblemNotice } from '../../../components/ProblemNotice';
import { formatAge, formatRange, formatTimestamp } from '../../../lib/time/format';
import type { AbsoluteRange } from '../../../lib/time/range';
import { useWhyNothing } from '../hooks/useWhyNothing';
import { cut } from '../model/rows';
import type { ChangeView, View } from '../model/view';
import classes from './NoRecords.module.css';

interface Props {
  readonly view: View;
  readonly range: AbsoluteRange;
  readonly onChange: ChangeView;
}

const HALF_HOUR = 30 * 60_000;

/** Says why there is nothing to see, and offers what would show something. */
export function NoRecords({ view, range, onChange }: Props) {
  const { isKnown, error, onRetry, hiders, elsewhen, isEmpty } = useWhyNothing(view, range);
  if (isEmpty) {
    return (
      <div className={classes.nothing} role="status">
        <h2>Nothing is stored yet</h2>
        <p>
          Records appear here when something sends them. How to send is told in the{' '}
          <a href="/overview">overview</a>.
        </p>
      </div>
    );
  }
  const single = hiders.filter(({ name }) => name !== null);
  const shown = single.length > 0 ? single : hiders;
  return (
    <div className={classes.nothing} role="status">
      <h2>No record in this time matches</h2>
      <p>{formatRange(range)}</p>
      <ul>
        {shown.map(({ name, without }) => (
          <li key={name}>
            <span>
              {name === null ? (
                'No filter hides all records by itself, but together they do'
              ) : (
                <>
                  Hidden by <code>{<HostileText text={cut(name, 120)} />}</code>
                </>
              )}
            </span>
            <Button size="compact-xs" variant="default" onClick={() => onChange(without)}>
              {name === null ? 'Remove all filters' : 'Remove it'}
            </Button>
          </li>
        ))}
        {elsewhen && (
          <li>
            <span>
              The newest record that matches is of{' '}
              <time dateTime={elsewhen.timestamp} title={formatTimestamp(elsewhen.timestamp)}>
                {formatAge(elsewhen.timestamp)}
              </time>
            </span>
            <Button
              size="compact-xs"
              variant="default"
              onClick={() => onChange({ time: around(elsewhen.timestamp) })}
            >
              Show that time
            </Button>
          </li>
        )}
      </ul>
      {!isKnown && (
        <p className={classes.looking}>
          <Loader size="xs" /> Finding out why
        </p>
      )}
      {error && <ProblemNotice error={error} onRetry={onRetry} />}
      {isKnown && !error && !elsewhen && shown.length === 0 && (
        <p>Nothing that is stored, at any time, matches.</p>
      )}
    </div>
  );
}

function around(timestamp: string): AbsoluteRange {
  const moment = Date.parse(timestamp);
  return { kind: 'absolute', from: moment - HALF_HOUR, to: moment + HALF_HOUR };
}
