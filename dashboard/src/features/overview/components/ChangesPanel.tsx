import { useQuery } from '@tanstack/react-query';
import { Panel } from '../../../components/Panel';
import { ProblemNotice } from '../../../components/ProblemNotice';
import { formatCompact, formatCount, plural } from '../../../lib/format/numbers';
import { formatAge, formatMoment } from '../../../lib/time/format';
import type { TimeRange } from '../../../lib/time/range';
import { templateLink } from '../../../lib/url/links';
import { changesQuery, templatesQuery } from '../api/queries';
import type { TemplateDiff } from '../model/templates';
import { TemplateRow } from './TemplateRow';
import { TemplateRows } from './TemplateRows';
import classes from './Rows.module.css';

const SHOWN = 7;

/** What is said in this time, and was not in as long a time before it. */
export function ChangesPanel({ time }: { readonly time: TimeRange }) {
  const query = useQuery(changesQuery(time));
  const base = query.data?.base;
  const aside = base && (
    <span
      title={`${formatMoment(Date.parse(base.start_time))} to ${formatMoment(Date.parse(base.end_time))}`}
    >
      not in as long before
    </span>
  );
  return (
    <Panel title="New" aside={aside} query={query} height={210}>
      {(diff) => <Changes diff={diff} time={time} />}
    </Panel>
  );
}

function Changes({ diff, time }: { readonly diff: TemplateDiff; readonly time: TimeRange }) {
  const fresh = diff.new_patterns.toSorted(
    (a, b) => Number(b.is_error) - Number(a.is_error) || b.count - a.count,
  );
  const { gone = 0, more = 0, less = 0 } = diff.counts;
  return (
    <>
      {diff.remarks.map((remark) => (
        <p key={remark} className={classes.empty}>
          {remark.charAt(0).toUpperCase() + remark.slice(1)}.
        </p>
      ))}
      {diff.remarks.length > 0 && fresh.length === 0 && <Newest time={time} />}
      {fresh.length === 0 && diff.remarks.length === 0 && (
        <p className={classes.empty}>Nothing is said that was not said before.</p>
      )}
      <ul className={classes.rows}>
        {fresh.slice(0, SHOWN).map(({ template_id, template, is_error, count }) => (
          <TemplateRow
            key={template_id}
            template={template}
            href={templateLink(template_id, time)}
            {...(is_error && { severity: 'ERROR' })}
          >
            <span className={classes.count} title={formatCount(count)}>
              {formatCompact(count)}
            </span>
          </TemplateRow>
        ))}
      </ul>
      {gone + more + less > 0 && (
        <p className={classes.empty}>
          Beside that, {plural(gone, 'template')} gone, {formatCount(more)} more frequent,{' '}
          {formatCount(less)} less.
        </p>
      )}
    </>
  );
}

/** Where nothing can be compared: what was said for the first time last. */
function Newest({ time }: { readonly time: TimeRange }) {
  const { data, error, refetch } = useQuery(
    templatesQuery(time, { sort: 'first_seen', limit: SHOWN - 1 }),
  );
  if (error && !data) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (!data || data.patterns.length === 0) return null;
  return (
    <>
      <p className={classes.lead}>First seen, the newest first:</p>
      <TemplateRows
        templates={data.patterns}
        time={time}
        empty=""
        note={({ first_seen }) => formatAge(first_seen)}
      />
    </>
  );
}
