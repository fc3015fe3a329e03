import type { RefObject } from 'react';
import uPlot from 'uplot';
import { formatCompact } from '../../lib/format/numbers';
import { formatMoment } from '../../lib/time/format';
import { currentZone } from '../../lib/time/zone';
import { type Band, drawBands } from './bands';
import type { Bars } from './series';
import type { Tooltip } from './tooltip';

/** What a chart must know at each moment, and what may change without a new one. */
export interface ChartState {
  readonly bars: Bars;
  readonly bands: readonly Band[];
  /** Told what was brushed, in seconds. */
  readonly onRange: (from: number, to: number) => void;
}

interface Chart {
  readonly width: number;
  readonly height: number;
  readonly element: HTMLElement;
  readonly state: RefObject<ChartState>;
  readonly hasBrush: boolean;
  readonly tooltip: Tooltip;
}

const FONT = '11px system-ui, sans-serif';

/** How uPlot draws bars that stand on each other: the highest first, the others before it. */
export function chartOptions({
  width,
  height,
  element,
  state,
  hasBrush,
  tooltip,
}: Chart): uPlot.Options {
  const styles = getComputedStyle(element);
  // A canvas knows no variables of CSS.
  const color = (value: string) => {
    const name = /^var\((--[\w-]+)\)$/.exec(value)?.[1];
    return name === undefined ? value : styles.getPropertyValue(name).trim();
  };
  const { series } = state.current.bars;
  const paths = uPlot.paths.bars?.({ size: [0.86, 60], align: 1, gap: 0 });
  const axis = {
    stroke: color('var(--text-dim)'),
    font: FONT,
    grid: { stroke: color('var(--border)'), width: 1 },
    ticks: { show: false },
  };
  return {
    width,
    height,
    // The names of bands stand above them.
    padding: [state.current.bands.length > 0 ? 18 : 8, 18, 0, 0],
    legend: { show: false },
    ...(currentZone() === 'utc' && {
      tzDate: (seconds: number) => uPlot.tzDate(new Date(seconds * 1000), 'Etc/UTC'),
    }),
    cursor: {
      points: { show: false },
      y: false,
      drag: { x: hasBrush, y: false, setScale: false },
      // The bucket that is pointed at, not the nearest beginning of one.
      dataIdx: (chart, _, nearest, at) =>
        (chart.data[0][nearest] ?? 0) > at ? Math.max(nearest - 1, 0) : nearest,
    },
    scales: {
      x: {
        time: true,
        range: () => {
          const { times, intervalSeconds } = state.current.bars;
          return [times[0] ?? 0, (times.at(-1) ?? 1) + intervalSeconds];
        },
      },
      y: { range: (_, __, most) => [0, Math.max(1, most * 1.05)] },
    },
    axes: [
      { ...axis, grid: { show: false }, size: 24, space: 70, values: CLOCK },
      {
        ...axis,
        size: 44,
        space: 30,
        values: (_, splits) => splits.map((count) => (count % 1 === 0 ? formatCompact(count) : '')),
      },
    ],
    series: [
      {},
      ...series.toReversed().map(({ name, color: value }) => ({
        label: name,
        fill: color(value),
        width: 0,
        ...(paths && { paths }),
        points: { show: false },
      })),
    ],
    hooks: {
      init: [(chart) => tooltip.attach(chart)],
      drawClear: [(chart) => drawBands(chart, state.current.bands, color)],
      setCursor: [(chart) => tooltip.follow(chart)],
      setSelect: [
        (chart) => {
          const { left, width: size } = chart.select;
          if (size < 3) return;
          state.current.onRange(chart.posToVal(left, 'x'), chart.posToVal(left + size, 'x'));
          chart.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
        },
      ],
    },
  };
}

/** Times of a day by 24 hours; where a day begins, or nothing smaller is told, its date. */
const CLOCK: uPlot.Axis.DynamicValues = (_, splits, __, ___, increment) =>
  splits.map((seconds) => {
    const [date = '', clock = ''] = formatMoment(seconds * 1000).split(' ');
    if (increment >= 86_400 || clock === '00:00:00') return date.slice(5);
    return increment < 60 ? clock : clock.slice(0, 5);
  });
