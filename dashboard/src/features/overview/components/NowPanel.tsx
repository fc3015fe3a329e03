import { useQuery } from '@tanstack/react-query';
import { Panel } from '../../../components/Panel';
import { healthQuery } from '../../../lib/api/health';
import {
  formatBytes,
  formatCompact,
  formatCount,
  formatDuration,
  formatRate,
  formatShare,
} from '../../../lib/format/numbers';
import type { TimeRange } from '../../../lib/time/range';
import { metricsQuery } from '../api/queries';
import { Headline } from './Headline';
import { HealthSign } from './HealthSign';
import classes from './NowPanel.module.css';

/** How the intake is at this moment, and what stands out of `time`. */
export function NowPanel({ time }: { readonly time: TimeRange }) {
  const metrics = useQuery(metricsQuery);
  const health = useQuery(healthQuery);
  const aside = health.data && !health.isError && (
    <>
      <HealthSign health={health.data} />
      <span title={`version ${health.data.version}`}>
        up {formatDuration(health.data.uptime_seconds * 1000)}
      </span>
    </>
  );
  return (
    <Panel title="Now" aside={aside} query={metrics} height={46}>
      {({ log_rate, error_rate, services, stored_records, storage_used_bytes, window_seconds }) => (
        <div className={classes.now}>
          <dl className={classes.figures}>
            <Figure value={formatRate(log_rate)} name={`records, last ${window_seconds} s`} />
            <Figure value={formatShare(error_rate)} name="are errors" isBad={error_rate > 0} />
            <Figure value={formatCount(services)} name="services" />
            <Figure
              value={formatCompact(stored_records)}
              name="records stored"
              title={formatCount(stored_records)}
            />
            <Figure value={formatBytes(storage_used_bytes)} name="on disk" />
          </dl>
          <Headline time={time} />
        </div>
      )}
    </Panel>
  );
}

interface FigureProps {
  readonly value: string;
  readonly name: string;
  readonly title?: string;
  readonly isBad?: boolean;
}

function Figure({ value, name, title, isBad = false }: FigureProps) {
  return (
    <div>
      <dt>{name}</dt>
      <dd title={title} className={isBad ? classes.bad : undefined}>
        {value}
      </dd>
    </div>
  );
}
