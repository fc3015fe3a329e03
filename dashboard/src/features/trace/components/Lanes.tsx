import { HostileText } from '../../../components/HostileText';
import { SeverityBadge } from '../../../components/SeverityBadge';
import { plural } from '../../../lib/format/numbers';
import { severityColor, severityOfNumber } from '../../../lib/severity';
import { formatOffset, type Lane, place, type Trace } from '../model/trace';
import classes from './Trace.module.css';

const MARKS = [0, 0.25, 0.5, 0.75, 1];
const MOST_TICKS = 1000;

/** When each service said something: bars for spans, and a tick for each record. */
export function Lanes({ trace }: { readonly trace: Trace }) {
  const { lanes, millis } = trace;
  return (
    <div className={classes.lanes}>
      <div className={classes.lane} aria-hidden>
        <span />
        <div className={classes.axis}>
          {MARKS.map((at) => (
            <span key={at} style={{ left: `${at * 100}%` }} data-end={at === 1 || undefined}>
              {formatOffset(at * millis)}
            </span>
          ))}
        </div>
      </div>
      {lanes.map((lane) => (
        <Row key={lane.name} lane={lane} millis={millis} />
      ))}
    </div>
  );
}

function Row({ lane, millis }: { readonly lane: Lane; readonly millis: number }) {
  const percent = (offset: number) => `${place(offset, millis) * 100}%`;
  const width = ({ from, to }: { from: number; to: number }) =>
    `${place(to - from, millis) * 100}%`;
  return (
    <div className={classes.lane}>
      <span className={classes.service}>
        <SeverityBadge severity={lane.worst} compact />
        <HostileText text={lane.name === '' ? 'no service' : lane.name} />
      </span>
      <div
        className={classes.track}
        role="img"
        aria-label={`${plural(lane.entries.length, 'record')} from ${formatOffset(lane.from)} to ${formatOffset(lane.to)}`}
      >
        {lane.spans.map((span) => (
          <i
            key={span.name}
            className={classes.span}
            style={{ left: percent(span.from), width: width(span) }}
          />
        ))}
        {lane.entries.slice(0, MOST_TICKS).map(({ record, offset }) => (
          <i
            key={record.id}
            className={classes.tick}
            style={{
              left: percent(offset),
              background: severityColor(severityOfNumber(record.severity_number)),
            }}
          />
        ))}
      </div>
    </div>
  );
}
