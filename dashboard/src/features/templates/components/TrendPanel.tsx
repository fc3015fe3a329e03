import { useQuery } from '@tanstack/react-query';
import { Panel } from '../../../components/Panel';
import { StackedBars } from '../../../components/chart/StackedBars';
import { barsOf } from '../../../components/chart/series';
import { formatDuration } from '../../../lib/format/numbers';
import type { AbsoluteRange } from '../../../lib/time/range';
import { trendQuery } from '../api/queries';
import type { View } from '../model/view';

interface Props {
  readonly templateId: string;
  readonly view: View;
  readonly onTime: (time: AbsoluteRange) => void;
}

/** When the records of a template came, by severity. */
export function TrendPanel({ templateId, view, onTime }: Props) {
  const query = useQuery(trendQuery(templateId, view));
  const every = query.data && `every ${formatDuration(query.data.interval_seconds * 1000)}`;
  return (
    <Panel title="Trend by severity" aside={every} query={query} height={150}>
      {(histogram) => (
        <StackedBars bars={barsOf(histogram)} height={150} label="Records" onBrush={onTime} />
      )}
    </Panel>
  );
}
