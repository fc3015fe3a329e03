import { memo } from 'react';
import { HostileText } from '../../../components/HostileText';
import { SeverityBadge } from '../../../components/SeverityBadge';
import { severityColor } from '../../../lib/severity';
import { cellText, type LogRecord, rowOf } from '../model/rows';
import { useZone } from '../../../lib/time/zone';
import classes from './RecordList.module.css';

interface Props {
  readonly record: LogRecord;
  readonly index: number;
  readonly top: number;
  readonly columns: readonly string[];
  readonly isChosen: boolean;
}

/** A line of the list. It is made when it comes into sight, and not again while it only moves. */
export const RecordRow = memo(function RecordRow(props: Props) {
  const { record, index, top, columns, isChosen } = props;
  // Its times are told by the clock that is chosen.
  useZone();
  const { severity, clock, date, service, message } = rowOf(record);
  return (
    <div
      role="row"
      id={`row-${record.id}`}
      className={classes.row}
      aria-rowindex={index + 2}
      aria-selected={isChosen}
      data-index={index}
      style={{ transform: `translateY(${top}px)`, borderLeftColor: severityColor(severity) }}
    >
      <span role="gridcell" className={classes.time}>
        <span className={classes.date}>{date}</span> {clock}
      </span>
      <span role="gridcell">
        <SeverityBadge severity={severity} />
      </span>
      <span role="gridcell" className={classes.service}>
        <HostileText text={service} />
      </span>
      {columns.map((column) => (
        <span key={column} role="gridcell" className={classes.extra}>
          <HostileText text={cellText(record, column)} />
        </span>
      ))}
      <span role="gridcell" className={classes.message}>
        <HostileText text={message} />
      </span>
    </div>
  );
});
