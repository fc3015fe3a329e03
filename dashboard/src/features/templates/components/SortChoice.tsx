import { NativeSelect } from '@mantine/core';
import type { Sort } from '../model/view';
import classes from './SortChoice.module.css';

const NAMES: Record<Sort, string> = {
  count: 'Most records first',
  rare: 'Fewest records first',
  bytes: 'Most bytes first',
  bad: 'Most errors first',
  newest: 'Newest first',
  oldest: 'Oldest first',
  latest: 'Last seen first',
};

interface Props {
  readonly sort: Sort;
  readonly onSort: (sort: Sort) => void;
}

/** The order of the list, where there is no room for the names of columns. */
export function SortChoice({ sort, onSort }: Props) {
  return (
    <NativeSelect
      className={classes.choice ?? ''}
      size="xs"
      aria-label="Order"
      value={sort}
      data={Object.entries(NAMES).map(([value, label]) => ({ value, label }))}
      onChange={(event) => onSort(event.currentTarget.value as Sort)}
    />
  );
}
