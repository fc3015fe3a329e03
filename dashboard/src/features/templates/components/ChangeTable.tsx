import { Link } from 'wouter';
import { SeverityIcon } from '../../../components/SeverityBadge';
import { TemplateText } from '../../../components/TemplateText';
import { formatCount, plural } from '../../../lib/format/numbers';
import { type ChangeGroup, formatRatio, type TemplateChange } from '../model/changes';
import classes from './ChangeTable.module.css';

interface Props {
  readonly group: ChangeGroup;
  readonly active: string | null;
  readonly hrefOf: (id: string) => string;
}

/** Templates that changed in the same way. */
export function ChangeTable({ group, active, hrefOf }: Props) {
  const { name, meaning, changes, more } = group;
  return (
    <section className={classes.group} aria-label={name}>
      <h2>
        {name} <span>{formatCount(changes.length + more)}</span> <small>{meaning}</small>
      </h2>
      {changes.length > 0 && (
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">Template</th>
              <th scope="col">Before</th>
              <th scope="col">After</th>
              <th scope="col">Ratio</th>
            </tr>
          </thead>
          <tbody>
            {changes.map((change) => (
              <tr key={change.template_id} data-active={change.template_id === active || undefined}>
                <td>
                  <Link href={hrefOf(change.template_id)} data-row={change.template_id}>
                    {change.is_error && (
                      <span className={classes.bad} title="Has records of ERROR or FATAL">
                        <SeverityIcon severity="ERROR" />
                        <span className="unseen">has errors:</span>
                      </span>
                    )}
                    <TemplateText template={change.template} isOneLine />
                  </Link>
                </td>
                <td>{formatCount(change.base_count)}</td>
                <td>{formatCount(change.count)}</td>
                <td title={interval(change)}>{ratio(change)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {more > 0 && <p className={classes.more}>{plural(more, 'more', 'more')} not listed.</p>}
    </section>
  );
}

function ratio(change: TemplateChange): string {
  if (change.base_count === 0) return 'new';
  return change.count === 0 ? 'gone' : formatRatio(change.ratio);
}

function interval({ ratio_low: low, ratio_high: high, expected_count: expected }: TemplateChange) {
  const most = high === null ? 'any more' : formatRatio(high);
  return `${formatCount(expected)} expected; between ${formatRatio(low)} and ${most}`;
}
