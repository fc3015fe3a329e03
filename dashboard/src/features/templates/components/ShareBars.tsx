import { HostileText } from '../../../components/HostileText';
import { formatCount, formatShare } from '../../../lib/format/numbers';
import classes from './ShareBars.module.css';

interface Bar {
  readonly name: string;
  readonly count: number;
  readonly isCut?: boolean;
  /** By how much the count may be too high. */
  readonly error?: number;
}

interface Props {
  readonly bars: readonly Bar[];
  /** What all counts are shares of. */
  readonly total: number;
  /** A CSS value. */
  readonly color?: string;
  readonly label: string;
}

/** Names with how many there are of each, the longer the bar the more. */
export function ShareBars({ bars, total, color = 'var(--accent)', label }: Props) {
  return (
    <ul className={classes.bars} aria-label={label}>
      {bars.map(({ name, count, isCut, error = 0 }) => (
        <li key={name}>
          <span
            className={classes.bar}
            style={{ width: `${(count / Math.max(total, 1)) * 100}%`, background: color }}
            aria-hidden
          />
          <span className={classes.name} title={name.slice(0, 500)}>
            {name === '' ? <i>empty</i> : <HostileText text={name.slice(0, 200)} />}
            {isCut && '\u2026'}
          </span>
          <span className={classes.count}>
            {error > 0 && 'about '}
            {formatCount(count)}
          </span>
          <span className={classes.share}>{formatShare(count / Math.max(total, 1))}</span>
        </li>
      ))}
    </ul>
  );
}
