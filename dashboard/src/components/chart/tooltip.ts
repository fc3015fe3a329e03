import type uPlot from 'uplot';
import { formatCount } from '../../lib/format/numbers';
import { formatMoment } from '../../lib/time/format';
import { visible } from '../../lib/text/visible';
import type { Bars } from './series';
import classes from './StackedBars.module.css';

/** Tells the counts of the bucket that is pointed at. */
export class Tooltip {
  private readonly box = document.createElement('div');
  private readonly bars: () => Bars;

  constructor(bars: () => Bars) {
    this.bars = bars;
    this.box.className = classes['tooltip'] ?? '';
    this.box.hidden = true;
  }

  attach(chart: uPlot) {
    chart.over.append(this.box);
    chart.over.addEventListener('mouseleave', () => (this.box.hidden = true));
  }

  follow(chart: uPlot) {
    const { left = -1, top = 0, idx } = chart.cursor;
    const bars = this.bars();
    const time = idx == null ? undefined : bars.times[idx];
    if (left < 0 || idx == null || time === undefined) {
      this.box.hidden = true;
      return;
    }
    const rows = bars.series.map(({ name, color, values }) =>
      row(visible(name), formatCount(values[idx] ?? 0), color),
    );
    const heading = document.createElement('div');
    heading.textContent = formatMoment(time * 1000);
    this.box.replaceChildren(
      heading,
      ...rows.filter((_, at) => (bars.series[at]?.values[idx] ?? 0) > 0),
    );
    this.box.hidden = false;
    const isRight = left > chart.over.clientWidth / 2;
    const x = isRight ? left - this.box.offsetWidth - 12 : left + 12;
    const y = Math.min(top, Math.max(0, chart.over.clientHeight - this.box.offsetHeight));
    this.box.style.transform = `translate(${x}px, ${y}px)`;
  }
}

function row(name: string, count: string, color: string): HTMLElement {
  const line = document.createElement('div');
  const mark = document.createElement('i');
  mark.style.background = color;
  const title = document.createElement('span');
  title.textContent = name;
  const value = document.createElement('b');
  value.textContent = count;
  line.append(mark, title, value);
  return line;
}
