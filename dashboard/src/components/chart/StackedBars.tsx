import 'uplot/dist/uPlot.min.css';
import { useComputedColorScheme } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { useEffect, useMemo, useRef } from 'react';
import uPlot from 'uplot';
import { absoluteRange, type AbsoluteRange } from '../../lib/time/range';
import { plural } from '../../lib/format/numbers';
import { useZone } from '../../lib/time/zone';
import type { Band } from './bands';
import { describeBars } from './describe';
import { chartOptions, type ChartState } from './options';
import { type Bars, stacked, wholeBuckets } from './series';
import { Tooltip } from './tooltip';
import classes from './StackedBars.module.css';

interface Props {
  readonly bars: Bars;
  readonly height: number;
  /** What the bars count, for those who do not see them. */
  readonly label: string;
  /** Stretches of time that are marked behind the bars. */
  readonly bands?: readonly Band[];
  /** Told the range that was brushed, in whole buckets. */
  readonly onBrush?: (range: AbsoluteRange) => void;
}

const NO_BANDS: readonly Band[] = [];

/** Bars over time that stand on each other. Drawn anew when the data, the width, the colours or the zone change. */
export function StackedBars({ bars, height, label, bands = NO_BANDS, onBrush }: Props) {
  const { ref, width } = useElementSize();
  const place = useRef<HTMLDivElement>(null);
  const scheme = useComputedColorScheme();
  const zone = useZone();
  const names = bars.series.map(({ name, color }) => `${name}\n${color}`).join('\n');
  const data = useMemo(
    () => [[...bars.times], ...stacked(bars.series).reverse()] as uPlot.AlignedData,
    [bars],
  );
  const state = useRef<ChartState>({ bars, bands, onRange: () => undefined });
  const chart = useRef<uPlot | null>(null);

  useEffect(() => {
    state.current = {
      bars,
      bands,
      onRange: (from, to) => {
        const whole = wholeBuckets(bars, from, to);
        const range = whole && absoluteRange(whole.from * 1000, whole.to * 1000);
        if (range) onBrush?.(range);
      },
    };
  });

  useEffect(() => {
    const parent = place.current;
    if (!parent || width === 0) return undefined;
    const tooltip = new Tooltip(() => state.current.bars);
    const drawn = new uPlot(
      chartOptions({
        width,
        height,
        element: parent,
        state,
        hasBrush: onBrush !== undefined,
        tooltip,
      }),
      data,
      parent,
    );
    chart.current = drawn;
    return () => {
      chart.current = null;
      drawn.destroy();
    };
    // Other data is set below, without a new chart.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [width, height, names, scheme, zone, onBrush !== undefined, bands.length > 0]);

  useEffect(() => {
    if (chart.current && chart.current.data !== data) chart.current.setData(data);
  }, [data]);

  useEffect(() => chart.current?.redraw(), [bands]);

  return (
    <div ref={ref} className={classes.chart} style={{ height }}>
      <div ref={place} role="img" aria-label={`${label}: ${describeBars(bars)}`} />
      <span className="unseen">{plural(bars.times.length, 'interval')}</span>
    </div>
  );
}
