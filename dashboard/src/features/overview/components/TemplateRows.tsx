import { Sparkline } from '../../../components/chart/Sparkline';
import { formatCompact, formatCount, formatShare } from '../../../lib/format/numbers';
import { severityColor } from '../../../lib/severity';
import type { TimeRange } from '../../../lib/time/range';
import { templateLink } from '../../../lib/url/links';
import { type Template, usualSeverity } from '../model/templates';
import { TemplateRow } from './TemplateRow';
import classes from './Rows.module.css';

interface Props {
  readonly templates: readonly Template[];
  readonly time: TimeRange;
  readonly empty: string;
  readonly color?: string;
  readonly note?: (template: Template) => string;
}

/** Templates, each with how often it came over time. */
export function TemplateRows({
  templates,
  time,
  empty,
  color,
  note = ({ share }) => formatShare(share),
}: Props) {
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
