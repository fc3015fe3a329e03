import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
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
  const { data, error, refetch, isPlaceholderData } = useQuery(histogramQuery(selection));
  const bars = useMemo(() => data && barsOf(data), [data]);
  return (
    <div className={classes.timeline} data-stale={isPlaceholderData || undefined}>
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {!bars && !error && <Skeleton height={HEIGHT} />}
      {bars && !error && (
        <StackedBars bars={bars} height={HEIGHT} label="Records over time" onBrush={onBrush} />
      )}
    </div>
  );
}
