import { useQuery } from '@tanstack/react-query';
import { Choice } from '../../../components/Choice';
import { StackedBars } from '../../../components/chart/StackedBars';
import { barsOf } from '../../../components/chart/series';
import { Panel } from '../../../components/Panel';
import { plural } from '../../../lib/format/numbers';
import { formatRange } from '../../../lib/time/format';
import type { TimeRange } from '../../../lib/time/range';
import { histogramQuery } from '../api/queries';
import { Legend } from './Legend';
import rows from './Rows.module.css';

type By = 'severity' | 'service';

interface Props {
  readonly time: TimeRange;
  readonly by: By;
  readonly onTime: (time: TimeRange) => void;
  readonly onBy: (by: By) => void;
}

const HEIGHT = 170;

/** How many records there were when, by severity or service. A part that is brushed becomes the time. */
export function VolumePanel({ time, by, onTime, onBy }: Props) {
  const query = useQuery(histogramQuery(time, by));
  const choice = (
    <Choice
      label="Told apart by"
      value={by}
      onChange={onBy}
      choices={[
        { value: 'severity', label: 'Severity' },
        { value: 'service', label: 'Service' },
      ]}
    />
  );
  const title = query.data ? `Volume: ${plural(query.data.total, 'record')}` : 'Volume';
  return (
    <Panel title={title} aside={choice} query={query} height={HEIGHT + 26}>
      {(histogram) => {
        if (histogram.total === 0) {
          return (
            <p className={rows.empty} style={{ minHeight: HEIGHT + 26 }}>
              No records in this time ({formatRange(time)}). There are some at another: choose a
              longer one.
            </p>
          );
        }
        const bars = barsOf(histogram);
        return (
          <>
            <StackedBars bars={bars} height={HEIGHT} label={`Records by ${by}`} onBrush={onTime} />
            <Legend series={bars.series} by={by} time={time} />
          </>
        );
      }}
    </Panel>
  );
}
