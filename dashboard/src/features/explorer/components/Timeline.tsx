import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Pending } from '../../../components/Pending';
import { barsOf } from '../../../components/chart/series';
import { StackedBars } from '../../../components/chart/StackedBars';
import type { AbsoluteRange } from '../../../lib/time/range';
import { histogramQuery } from '../api/queries';
import type { Selection } from '../model/selection';
import { Failure } from './Failure';
import classes from './Explorer.module.css';

const HEIGHT = 92;

interface Props {
  readonly selection: Selection;
  readonly onBrush: (range: AbsoluteRange) => void;
}

/** When the records of the view were made, by severity; what is brushed becomes the time of the view. */
export function Timeline({ selection, onBrush }: Props) {
  const query = useQuery(histogramQuery(selection));
  const { data, error, refetch, isPlaceholderData } = query;
  const bars = useMemo(() => data && barsOf(data), [data]);
  return (
    <div className={classes.timeline} data-stale={isPlaceholderData || undefined}>
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {!bars && !error && <Pending query={query} height={HEIGHT} />}
      {bars && !error && (
        <StackedBars bars={bars} height={HEIGHT} label="Records over time" onBrush={onBrush} />
      )}
    </div>
  );
}
