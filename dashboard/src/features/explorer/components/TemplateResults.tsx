import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { GivenUp, Pending } from '../../../components/Pending';
import { SeverityBadge } from '../../../components/SeverityBadge';
import { TemplateText } from '../../../components/TemplateText';
import { formatCompact, formatCount, formatShare, plural } from '../../../lib/format/numbers';
import { LEVELS, severityOfName } from '../../../lib/severity';
import type { AbsoluteRange } from '../../../lib/time/range';
import { templateLink } from '../../../lib/url/links';
import { templatesQuery } from '../api/queries';
import { equalTo } from '../model/conditions';
import type { Selection } from '../model/selection';
import type { ChangeView, View } from '../model/view';
import { Failure } from './Failure';
import { NoRecords } from './NoRecords';
import classes from './TemplateResults.module.css';

interface Props {
  readonly view: View;
  readonly range: AbsoluteRange;
  readonly selection: Selection;
  readonly onChange: ChangeView;
}

/** The records of a view, collapsed to the templates that say them. */
export function TemplateResults({ view, range, selection, onChange }: Props) {
  const query = useQuery(templatesQuery(selection));
  const { data, error, isPlaceholderData, isFetching, refetch } = query;
  if (error) {
    return (
      <div className={classes.foot}>
        <Failure error={error} onRetry={() => void refetch()} />
      </div>
    );
  }
  if (!data) return <Pending query={query} height={400} />;
  if (data.patterns.length === 0) {
    return <NoRecords view={view} range={range} onChange={onChange} />;
  }
  const open = (template: string) => {
    const condition = equalTo('template_id', template);
    const filter = view.filter.filter((other) => other !== condition);
    onChange({ show: 'records', filter: [...filter, ...(condition === null ? [] : [condition])] });
  };
  return (
    <div className={classes.list} data-stale={isPlaceholderData || undefined}>
      {isPlaceholderData && !isFetching && <GivenUp query={query} />}
      <table>
        <thead>
          <tr>
            <th scope="col">Records</th>
            <th scope="col">Share</th>
            <th scope="col">Level</th>
            <th scope="col">Template</th>
            <th scope="col">
              <span className="unseen">More</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {data.patterns.map(({ template_id: id, template, count, share, severities }) => (
            <tr key={id}>
              <td className={classes.number} title={formatCount(count)}>
                {formatCompact(count)}
              </td>
              <td className={classes.number}>{formatShare(share)}</td>
              <td>
                <Levels severities={severities} />
              </td>
              <td className={classes.template}>
                <button type="button" onClick={() => open(id)} title="Show its records">
                  <TemplateText template={template} isOneLine />
                </button>
              </td>
              <td>
                <Link href={templateLink(id, view.time)}>Template</Link>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={classes.foot}>
        {plural(data.total_patterns, 'template')} say {plural(data.total_records, 'record')}
        {data.other_patterns > 0 &&
          `; ${plural(data.other_records, 'record')} of ${plural(data.other_patterns, 'rarer template')} are not shown`}
      </p>
    </div>
  );
}

/** The level that most of the records have, and the worst that some have. */
function Levels({ severities }: { readonly severities: Record<string, number> }) {
  const [most] = Object.entries(severities).toSorted((a, b) => b[1] - a[1]);
  const usual = severityOfName(most?.[0] ?? '');
  const known = Object.keys(severities).map(severityOfName);
  const worst = LEVELS.findLast((level) => known.includes(level)) ?? usual;
  return (
    <span className={classes.levels}>
      <SeverityBadge severity={usual} />
      {worst !== usual && <SeverityBadge severity={worst} compact />}
    </span>
  );
}
