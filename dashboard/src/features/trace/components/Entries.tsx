import { Link } from 'wouter';
import { HostileText } from '../../../components/HostileText';
import { SeverityBadge } from '../../../components/SeverityBadge';
import { severityOfNumber } from '../../../lib/severity';
import { formatClock } from '../../../lib/time/format';
import { type Entry, formatOffset, type Trace } from '../model/trace';
import classes from './Trace.module.css';

const LONGEST_MESSAGE = 400;

interface Props {
  readonly trace: Trace;
  /** The address at which a record of the trace is shown in full. */
  readonly linkOf: (entry: Entry) => string;
}

/** What was said, in the order of time. */
export function Entries({ trace, linkOf }: Props) {
  return (
    <table className={classes.entries}>
      <thead>
        <tr>
          <th scope="col">After</th>
          <th scope="col">Level</th>
          <th scope="col">Service</th>
          <th scope="col">Message</th>
        </tr>
      </thead>
      <tbody>
        {trace.entries.map((entry) => (
          <tr key={entry.record.id}>
            <td className={classes.offset} title={formatClock(entry.record.timestamp)}>
              {formatOffset(entry.offset)}
            </td>
            <td>
              <SeverityBadge severity={severityOfNumber(entry.record.severity_number)} />
            </td>
            <td>
              <HostileText text={entry.record.service ?? ''} />
            </td>
            <td className={classes.message}>
              <Link href={linkOf(entry)}>
                <HostileText text={entry.record.message.slice(0, LONGEST_MESSAGE) || 'empty'} />
              </Link>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
