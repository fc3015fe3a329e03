import { HostileText } from '../../../components/HostileText';
import { Icon } from '../../../components/Icon';
import classes from './RecordList.module.css';

interface Props {
  readonly columns: readonly string[];
  readonly onRemove: (column: string) => void;
}

/** What the columns are called; those that were added can be removed. */
export function ListHeader({ columns, onRemove }: Props) {
  return (
    <div role="rowgroup" className={classes.header}>
      <div role="row" aria-rowindex={1} className={classes.names}>
        <span role="columnheader">Time</span>
        <span role="columnheader">Level</span>
        <span role="columnheader">Service</span>
        {columns.map((column) => (
          <span key={column} role="columnheader" className={classes.named} title={column}>
            <span>
              <HostileText text={column.replace(/^attributes\./, '')} />
            </span>
            <button
              type="button"
              onClick={() => onRemove(column)}
              aria-label={`Remove the column ${column}`}
            >
              <Icon name="close" size={11} />
            </button>
          </span>
        ))}
        <span role="columnheader">Message</span>
      </div>
    </div>
  );
}
