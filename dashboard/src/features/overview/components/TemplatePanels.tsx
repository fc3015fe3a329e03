import { useQuery } from '@tanstack/react-query';
import { Sparkline } from '../../../components/chart/Sparkline';
import { Panel } from '../../../components/Panel';
import { formatCompact, formatCount, formatShare } from '../../../lib/format/numbers';
import { formatAge } from '../../../lib/time/format';
import type { TimeRange } from '../../../lib/time/range';
import { severityColor } from '../../../lib/severity';
import { templateLink } from '../../../lib/url/links';
import { templatesQuery } from '../api/queries';
import { RARE, rarest, type Template, usualSeverity } from '../model/templates';
import { TemplateRow } from './TemplateRow';
import classes from './Rows.module.css';

const SHOWN = 7;
const HEIGHT = 210;

interface Props {
  readonly time: TimeRange;
}

/** What fails, by what is said of it. */
export function ErrorsPanel({ time }: Props) {
  const query = useQuery(templatesQuery(time, { level: ['error', 'fatal'], limit: SHOWN }));
  return (
    <Panel title="Errors by template" aside="share of all errors" query={query} height={HEIGHT}>
      {({ patterns }) => (
        <Rows
          templates={patterns}
          time={time}
          empty="No record of this time is an error."
          color="var(--severity-error)"
        />
      )}
    </Panel>
  );
}

/** What is said most. */
export function LoudestPanel({ time }: Props) {
  const query = useQuery(templatesQuery(time, { limit: SHOWN }));
  return (
    <Panel title="Loudest" aside="share of all records" query={query} height={HEIGHT}>
      {({ patterns }) => (
        <Rows templates={patterns} time={time} empty="Nothing was logged in this time." />
      )}
    </Panel>
  );
}

/** What is hardly ever said. */
export function RarestPanel({ time }: Props) {
  const query = useQuery(templatesQuery(time, { max_count: RARE, limit: 1000 }));
  return (
    <Panel title="Rarest" aside="last seen" query={query} height={HEIGHT}>
      {({ patterns }) => (
        <Rows
          templates={rarest(patterns, SHOWN)}
          time={time}
          empty={`Every template of this time has more than ${RARE} records.`}
          note={({ last_seen }) => (last_seen === null ? '' : formatAge(last_seen))}
        />
      )}
    </Panel>
  );
}

interface RowsProps {
  readonly templates: readonly Template[];
  readonly time: TimeRange;
  readonly empty: string;
  readonly color?: string;
  readonly note?: (template: Template) => string;
}

function Rows({
  templates,
  time,
  empty,
  color,
  note = ({ share }) => formatShare(share),
}: RowsProps) {
  if (templates.length === 0) return <p className={classes.empty}>{empty}</p>;
  return (
    <ul className={classes.rows}>
      {templates.map((template) => {
        const severity = usualSeverity(template.severities);
        return (
          <TemplateRow
            key={template.template_id}
            severity={severity}
            template={template.template}
            services={template.services.map(({ service }) => service)}
            href={templateLink(template.template_id, time)}
          >
            <Sparkline
              values={template.trend}
              color={color ?? severityColor(severity)}
              label="records over time"
              width={72}
            />
            <span className={classes.note}>{note(template)}</span>
            <span className={classes.count} title={formatCount(template.count)}>
              {formatCompact(template.count)}
            </span>
          </TemplateRow>
        );
      })}
    </ul>
  );
}
