import { formatMeasures, type Measure, scaleOf } from '../model/measure';
import classes from './QuantileStrip.module.css';

interface Props {
  readonly measure: Measure;
  /** A CSS value. */
  readonly color: string;
}

/** Where half, and all but a twentieth, of measured values end between the least and the most. */
export function QuantileStrip({ measure, color }: Props) {
  const { min, p50, p95, max, unit } = measure;
  const scale = scaleOf(measure);
  const percent = (value: number) => `${scale.at(value) * 100}%`;
  const told = [
    ['least', min],
    ['median', p50],
    ['p95', p95],
    ['most', max],
  ] as const;
  const texts = formatMeasures(
    told.map(([, value]) => value),
    unit,
  );
  return (
    <div>
      <div className={classes.strip} aria-hidden>
        <span
          className={classes.half}
          style={{ left: percent(min), right: `${(1 - scale.at(p50)) * 100}%`, background: color }}
        />
        <span
          className={classes.most}
          style={{ left: percent(p50), right: `${(1 - scale.at(p95)) * 100}%`, background: color }}
        />
        <span className={classes.tick} style={{ left: percent(p50) }} />
        <span className={classes.tick} style={{ left: percent(p95) }} />
      </div>
      <dl className={classes.told}>
        {told.map(([name, value], at) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd title={`${value} ${unit === '1' ? '' : unit}`}>{texts[at]}</dd>
          </div>
        ))}
      </dl>
      {scale.isLogarithmic && <p className={classes.scale}>by powers of ten</p>}
    </div>
  );
}
