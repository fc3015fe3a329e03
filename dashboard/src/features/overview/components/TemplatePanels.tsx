import { useQuery } from '@tanstack/react-query';
import { Panel } from '../../../components/Panel';
import { formatAge } from '../../../lib/time/format';
import type { TimeRange } from '../../../lib/time/range';
import { templatesQuery } from '../api/queries';
import { RARE } from '../model/templates';
import { TemplateRows } from './TemplateRows';

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
        <TemplateRows
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
        <TemplateRows templates={patterns} time={time} empty="Nothing was logged in this time." />
      )}
    </Panel>
  );
}

/** What is hardly ever said. */
export function RarestPanel({ time }: Props) {
  const query = useQuery(templatesQuery(time, { max_count: RARE, sort: 'rarest', limit: SHOWN }));
  return (
    <Panel title="Rarest" aside="last seen" query={query} height={HEIGHT}>
      {({ patterns }) => (
        <TemplateRows
          templates={patterns}
          time={time}
          empty={`Every template of this time has more than ${RARE} records.`}
          note={({ last_seen }) => (last_seen === null ? '' : formatAge(last_seen))}
        />
      )}
    </Panel>
  );
}
