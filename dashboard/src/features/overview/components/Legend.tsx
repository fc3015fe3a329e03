import { Link } from 'wouter';
import { OTHERS, type Series } from '../../../components/chart/series';
import { SeverityIcon } from '../../../components/SeverityBadge';
import { formatCompact, formatCount } from '../../../lib/format/numbers';
import { severityOfName, UNSPECIFIED } from '../../../lib/severity';
import { visible } from '../../../lib/text/visible';
import type { TimeRange } from '../../../lib/time/range';
import { explorerLink, quoted } from '../../../lib/url/links';
import classes from './Legend.module.css';

interface Props {
  readonly series: readonly Series[];
  readonly by: 'severity' | 'service';
  readonly time: TimeRange;
}

/** The kinds of a chart, each with its count, and the way to its records. */
export function Legend({ series, by, time }: Props) {
  return (
    <ul className={classes.legend}>
      {series.map(({ name, total, color }) => {
        const query = queryOf(by, name);
        const content = (
          <>
            {by === 'severity' ? (
              <SeverityIcon severity={severityOfName(name)} />
            ) : (
              <i className={classes.mark} style={{ background: color }} />
            )}
            <span title={visible(name)}>{visible(name)}</span>
            <b title={formatCount(total)}>{formatCompact(total)}</b>
          </>
        );
        return (
          <li key={name}>
            {query === null ? (
              <span className={classes.entry}>{content}</span>
            ) : (
              <Link className={classes.entry} href={explorerLink({ query, time })}>
                {content}
              </Link>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** The predicate that the records of an entry meet; null if there is none. */
function queryOf(by: 'severity' | 'service', name: string): string | null {
  if (by === 'service') return name === OTHERS ? null : `service = ${quoted(name)}`;
  const severity = severityOfName(name);
  return severity === UNSPECIFIED
    ? 'not exists severity_number'
    : `level = ${severity.toLowerCase()}`;
}
