import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { HostileText } from '../../../components/HostileText';
import { Panel } from '../../../components/Panel';
import { ProblemNotice } from '../../../components/ProblemNotice';
import { SeverityBadge } from '../../../components/SeverityBadge';
import { recordQuery } from '../../../lib/api/records';
import type { components } from '../../../lib/api/schema';
import { formatBytes } from '../../../lib/format/numbers';
import { severityOfNumber } from '../../../lib/severity';
import { formatTimestamp } from '../../../lib/time/format';
import { visible } from '../../../lib/text/visible';
import { exemplarsQuery } from '../api/queries';
import { marksOf } from '../model/marks';
import { maskName } from '../model/masks';
import type { View } from '../model/view';
import classes from './ExemplarsPanel.module.css';

type LogRecord = components['schemas']['LogRecord'];

interface Props {
  readonly templateId: string;
  readonly template: string | null;
  readonly view: View;
}

/** Records that show what others like them look like, with what varies in them marked. */
export function ExemplarsPanel({ templateId, template, view }: Props) {
  const query = useQuery(exemplarsQuery(templateId, view));
  return (
    <Panel title="Exemplars" aside="spread over the time" query={query} height={160}>
      {({ exemplars }) =>
        exemplars.length === 0 ? (
          <p className={classes.none}>No record of it in this time.</p>
        ) : (
          <ol className={classes.exemplars}>
            {exemplars.map((record) => (
              <Exemplar key={record.id} record={record} template={template} />
            ))}
          </ol>
        )
      }
    </Panel>
  );
}

/* So much of a text is shown before more is asked for, and so much is shown at all. */
const SHORT = 2_000;
const LONG = 100_000;

function Exemplar({
  record,
  template,
}: {
  readonly record: LogRecord;
  readonly template: string | null;
}) {
  const [isWhole, setWhole] = useState(false);
  const whole = useQuery({ ...recordQuery(record.id), enabled: isWhole });
  const { timestamp, severity_number: severity, service } = record;
  const known = whole.data ?? record;
  const message = known.message === '' ? (known.event_name ?? '') : known.message;
  const shown = message.slice(0, whole.data ? LONG : SHORT);
  const rest = (record.shortened?.body_length ?? message.length) - shown.length;
  return (
    <li>
      <div className={classes.origin}>
        <time dateTime={timestamp}>{formatTimestamp(timestamp)}</time>
        <SeverityBadge severity={severityOfNumber(severity)} />
        {service !== null && <span>{visible(service)}</span>}
      </div>
      <p className={classes.message}>
        {marksOf(template ?? '', shown).map(({ text, slot, placeholder }, index) =>
          slot === null ? (
            <HostileText key={index} text={text} />
          ) : (
            <mark
              key={index}
              title={maskName(placeholder)}
              style={{ color: `var(--slot-${slot})` }}
            >
              <HostileText text={text} />
            </mark>
          ),
        )}
        {rest > 0 && '\u2026'}
      </p>
      {rest > 0 && (
        <p className={classes.none}>
          {formatBytes(rest)} more{' '}
          {!whole.data && (
            <Button
              size="compact-xs"
              variant="default"
              loading={whole.isFetching}
              onClick={() => setWhole(true)}
            >
              Show up to {formatBytes(LONG)}
            </Button>
          )}
        </p>
      )}
      {whole.error && <ProblemNotice error={whole.error} onRetry={() => void whole.refetch()} />}
    </li>
  );
}
