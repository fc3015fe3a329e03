import { Icon } from '../../../components/Icon';
import type { Sort } from '../model/view';
import classes from './TemplateTable.module.css';

interface Column {
  readonly name: string;
  /** The orders that pressing it leads through. */
  readonly sorts: readonly (readonly [Sort, 'descending' | 'ascending'])[];
  readonly className: string | undefined;
}

const COLUMNS: readonly Column[] = [
  { name: 'Template', sorts: [], className: classes.template },
  { name: 'Trend', sorts: [], className: classes.trend },
  {
    name: 'Records',
    sorts: [
      ['count', 'descending'],
      ['rare', 'ascending'],
    ],
    className: classes.count,
  },
  { name: 'Bytes', sorts: [['bytes', 'descending']], className: classes.bytes },
  { name: 'Severity', sorts: [['bad', 'descending']], className: classes.severity },
  { name: 'Services', sorts: [], className: classes.services },
  {
    name: 'First seen',
    sorts: [
      ['newest', 'descending'],
      ['oldest', 'ascending'],
    ],
    className: classes.seen,
  },
  { name: 'Last seen', sorts: [['latest', 'descending']], className: classes.seen },
];

interface Props {
  readonly sort: Sort;
  readonly onSort: (sort: Sort) => void;
}

/** The names of the columns, by which they are sorted. */
export function TableHead({ sort, onSort }: Props) {
  return (
    <div role="row" className={`${classes.row} ${classes.head}`} aria-rowindex={1}>
      {COLUMNS.map(({ name, sorts, className }) => {
        const at = sorts.findIndex(([known]) => known === sort);
        const next = sorts[(at + 1) % Math.max(sorts.length, 1)];
        return (
          <div
            key={name}
            role="columnheader"
            className={className}
            aria-sort={sorts[at]?.[1] ?? (next ? 'none' : undefined)}
          >
            {next ? (
              <button type="button" className={classes.sort} onClick={() => onSort(next[0])}>
                {name}
                {at >= 0 && (
                  <span className={sorts[at]?.[1] === 'ascending' ? classes.up : undefined}>
                    <Icon name="down" size={12} />
                  </span>
                )}
              </button>
            ) : (
              name
            )}
          </div>
        );
      })}
    </div>
  );
}
