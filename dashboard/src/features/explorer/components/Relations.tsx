import { Link } from 'wouter';
import { templateLink, traceLink } from '../../../lib/url/links';
import { equalTo } from '../model/conditions';
import type { LogRecord } from '../model/rows';
import type { ChangeView, View } from '../model/view';
import classes from './DetailPanel.module.css';

interface Props {
  readonly record: LogRecord;
  readonly view: View;
  readonly onChange: ChangeView;
}

/** The ways from a record to others: of the same trace, or said by the same template. */
export function Relations({ record, view, onChange }: Props) {
  const { trace_id: trace, template_id: template } = record;
  const narrow = (field: string, value: string) => {
    const condition = equalTo(field, value);
    if (condition === null || view.filter.includes(condition)) return;
    onChange({ filter: [...view.filter, condition] });
  };
  return (
    <div className={classes.relations}>
      {trace !== null && (
        <>
          <Link href={traceLink(trace)}>Trace over services</Link>
          <button type="button" className={classes.link} onClick={() => narrow('trace_id', trace)}>
            Same trace here
          </button>
        </>
      )}
      {template !== '' && (
        <>
          <Link href={templateLink(template, view.time)}>Template</Link>
          <button
            type="button"
            className={classes.link}
            onClick={() => narrow('template_id', template)}
          >
            Same template here
          </button>
        </>
      )}
    </div>
  );
}
