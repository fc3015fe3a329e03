import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { HostileText } from '../../../components/HostileText';
import { Pending } from '../../../components/Pending';
import { ProblemNotice } from '../../../components/ProblemNotice';
import { SeverityBadge } from '../../../components/SeverityBadge';
import { contextQuery } from '../api/details';
import { type LogRecord, rowOf } from '../model/rows';
import classes from './ContextTab.module.css';

const STEP = 10;
const MOST = 1000;

interface Props {
  readonly record: LogRecord;
  readonly onChoose: (id: string) => void;
}

/** What the same service said on the same resource around a record, whatever the filters. */
export function ContextTab(props: Props) {
  // Another record begins with a few lines again.
  return <Lines key={props.record.id} {...props} />;
}

function Lines({ record, onChoose }: Props) {
  const [before, setBefore] = useState(STEP);
  const [after, setAfter] = useState(STEP);
  const query = useQuery(contextQuery(record.id, before, after));
  const { data, error, isFetching, refetch } = query;
  const failure = error && <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (!data) return failure ?? <Pending query={query} height={420} />;
  const older = data.before.toSorted((a, b) => a.timestamp.localeCompare(b.timestamp));
  const newer = data.after.toSorted((a, b) => a.timestamp.localeCompare(b.timestamp));
  return (
    <div className={classes.context} aria-busy={isFetching}>
      <p className={classes.note}>
        The same service and resource, oldest first, without the filters of the page
      </p>
      <More
        text="earlier"
        isAll={older.length < before}
        onMore={before < MOST ? () => setBefore(before * 3) : null}
      />
      {failure}
      {older.map((other) => (
        <Line key={other.id} record={other} onChoose={onChoose} />
      ))}
      <Line record={data.log} onChoose={onChoose} isThis />
      {newer.map((other) => (
        <Line key={other.id} record={other} onChoose={onChoose} />
      ))}
      <More
        text="later"
        isAll={newer.length < after}
        onMore={after < MOST ? () => setAfter(after * 3) : null}
      />
    </div>
  );
}

interface MoreProps {
  readonly text: string;
  readonly isAll: boolean;
  readonly onMore: (() => void) | null;
}

function More({ text, isAll, onMore }: MoreProps) {
  if (isAll) return <p className={classes.note}>There is nothing {text}.</p>;
  return (
    onMore && (
      <Button size="compact-xs" variant="subtle" onClick={onMore}>
        Show {text} lines
      </Button>
    )
  );
}

interface LineProps {
  readonly record: LogRecord;
  readonly isThis?: boolean;
  readonly onChoose: (id: string) => void;
}

function Line({ record, isThis = false, onChoose }: LineProps) {
  const { severity, clock, message } = rowOf(record);
  return (
    <div className={classes.line} data-this={isThis || undefined}>
      <button
        type="button"
        aria-current={isThis || undefined}
        aria-label={`Show the record of ${clock}`}
        onClick={() => onChoose(record.id)}
      >
        {clock}
      </button>
      <SeverityBadge severity={severity} compact />
      <span className={classes.message}>
        <HostileText text={message} />
      </span>
    </div>
  );
}
