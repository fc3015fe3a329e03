import { absoluteRange, type AbsoluteRange, resolve } from '../../../lib/time/range';
import type { View } from './view';

/** The two stretches of time that are compared, and what the chart shows of the time around them. */
export interface Windows {
  readonly before: AbsoluteRange;
  readonly after: AbsoluteRange;
  readonly shown: AbsoluteRange;
}

/** What a view compares: its time with as much before it, unless others were chosen. */
export function windowsOf(
  { time, before, after }: Pick<View, 'time' | 'before' | 'after'>,
  now: number,
): Windows {
  const whole = resolve(time, now);
  const window = after ?? whole;
  const base = before ?? earlier(window);
  return {
    before: base,
    after: window,
    shown: {
      kind: 'absolute',
      from: Math.min(earlier(whole).from, base.from, window.from),
      to: Math.max(whole.to, base.to, window.to),
    },
  };
}

function earlier({ from, to }: AbsoluteRange): AbsoluteRange {
  return absoluteRange(from - (to - from), from) ?? { kind: 'absolute', from, to };
}
