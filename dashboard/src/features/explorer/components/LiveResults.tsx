import { Loader } from '@mantine/core';
import { useRef } from 'react';
import { formatCompact, formatCount, plural } from '../../../lib/format/numbers';
import type { LiveTail } from '../hooks/useLiveTail';
import { MOST_KEPT } from '../model/liveBuffer';
import type { LogRecord } from '../model/rows';
import { type ChangeView, toggled, type View } from '../model/view';
import { RecordList } from './RecordList';
import classes from './LiveResults.module.css';

interface Props {
  readonly view: View;
  readonly tail: LiveTail;
  readonly isPaused: boolean;
  readonly chosen: string | null;
  /** Opens the details of a row. */
  readonly onShow: (record: LogRecord) => void;
  /** Opens the details of the chosen row. */
  readonly onOpen: () => void;
  readonly onTop: (isAtTop: boolean) => void;
  readonly onChange: ChangeView;
}

/** Records as they are stored. While somebody reads further down, new ones wait. */
export function LiveResults(props: Props) {
  const { view, tail, isPaused, chosen, onChange } = props;
  const { buffer, connection } = tail;
  const { waiting, missed, unseen, hasUncounted } = buffer;
  const box = useRef<HTMLDivElement>(null);
  const resume = () => {
    box.current?.querySelector('[role=grid]')?.scrollTo({ top: 0 });
    props.onTop(true);
  };
  return (
    <div className={classes.live} ref={box}>
      <div className={classes.state}>
        <span role="status" className={classes.connection} data-is={connection.is}>
          <i aria-hidden />
          {connection.is === 'connecting' && 'Connecting'}
          {connection.is === 'live' && (isPaused ? 'Paused' : 'Live')}
          {connection.is === 'lost' && 'Connection lost; it is tried again'}
          {connection.is === 'lost' && connection.reason !== null && `: ${connection.reason}`}
        </span>
        <span>{plural(buffer.arrived, 'record')} since it began</span>
        {unseen > 0 && (
          <span className={classes.missed} title="They are stored, and found by a search">
            {plural(unseen, 'record')} went by unseen
          </span>
        )}
        {(missed > 0 || hasUncounted) && (
          <span className={classes.missed} title="They are stored, and found by a search">
            {missed > 0 && `${plural(missed, 'record')} not shown here`}
            {missed > 0 && hasUncounted && ', and '}
            {hasUncounted && 'some that nobody counted'}
            {missed > 0 ? '; too many came at once' : ' are not shown here'}
          </span>
        )}
      </div>
      {isPaused && waiting.length > 0 && (
        <button
          type="button"
          className={classes.waiting}
          title={formatCount(waiting.length)}
          onClick={resume}
        >
          {'\u2191'} {formatCompact(waiting.length)}
          {waiting.length === MOST_KEPT && ' or more'} new
        </button>
      )}
      {buffer.rows.length === 0 ? (
        <div className={classes.nothing}>
          <Loader size="xs" type="dots" />
          Nothing that matches has come yet. It appears here as it is stored.
        </div>
      ) : (
        <RecordList
          records={buffer.rows}
          hasDates={false}
          columns={view.column}
          chosen={chosen}
          onShow={props.onShow}
          onOpen={props.onOpen}
          onRemoveColumn={(column) => onChange({ column: toggled(view.column, column) })}
          onEnd={null}
          onTop={props.onTop}
          foot={
            <p className={classes.foot}>
              The newest {formatCount(MOST_KEPT)} are kept here; a search finds all.
            </p>
          }
        />
      )}
    </div>
  );
}
