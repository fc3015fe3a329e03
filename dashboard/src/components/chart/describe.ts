import { formatCount } from '../../lib/format/numbers';
import { formatMoment } from '../../lib/time/format';
import type { Bars } from './series';
import { stacked } from './series';

/** What bars show, for those who do not see them: how many there are of each kind, and when most. */
export function describeBars(bars: Bars): string {
  const tops = stacked(bars.series).at(-1) ?? [];
  const most = tops.reduce((best, value, at) => (value > (tops[best] ?? 0) ? at : best), 0);
  const peak = bars.times[most];
  if (peak === undefined || (tops[most] ?? 0) === 0) return 'nothing';
  const kinds = bars.series.map(({ name, total }) => `${formatCount(total)} ${name}`).join(', ');
  return `${kinds}; the most, ${formatCount(tops[most] ?? 0)}, from ${formatMoment(peak * 1000)}`;
}
