import { HostileText } from '../../../components/HostileText';
import { SeverityBadge } from '../../../components/SeverityBadge';
import { formatCompact, formatCount } from '../../../lib/format/numbers';
import { severityOfName } from '../../../lib/severity';
import { visible } from '../../../lib/text/visible';
import { cut } from '../model/rows';
import classes from './Facets.module.css';

interface Props {
  readonly field: string;
  /** Null for records without a value. */
  readonly name: string | null;
  readonly count: number;
  /** Its share of the most frequent value. */
  readonly part: number;
  readonly isChosen: boolean;
  readonly onToggle?: () => void;
  readonly onOnly?: () => void;
  readonly onExclude: () => void;
}

/** A value of a facet: click for records with it, or exclude them. */
export function FacetValue(props: Props) {
  const { field, name, count, part, isChosen, onToggle, onOnly, onExclude } = props;
  const label = name === null ? 'no value' : visible(cut(name, 60));
  const shown =
    field === 'level' && name !== null ? (
      <SeverityBadge severity={severityOfName(name)} />
    ) : (
      <HostileText text={label} />
    );
  return (
    <li className={classes.value}>
      <i className={classes.bar} style={{ width: `${Math.max(part * 100, 0.5)}%` }} />
      {onToggle ? (
        <label className={classes.name} title={label}>
          <input type="checkbox" checked={isChosen} onChange={onToggle} />
          {shown}
        </label>
      ) : (
        <span className={classes.name}>{shown}</span>
      )}
      <span className={classes.count} title={formatCount(count)}>
        {formatCompact(count)}
      </span>
      <span className={classes.actions}>
        {onOnly && (
          <button type="button" onClick={onOnly} aria-label={`Only ${label}`}>
            only
          </button>
        )}
        <button type="button" onClick={onExclude} aria-label={`Exclude ${label}`}>
          {'\u2260'}
        </button>
      </span>
    </li>
  );
}
