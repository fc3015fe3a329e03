import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Pending } from '../../../components/Pending';
import { formatCompact, formatCount } from '../../../lib/format/numbers';
import { facetQuery } from '../api/queries';
import type { Selection } from '../model/selection';
import { textOf } from '../model/fields';
import { FacetValue } from './FacetValue';
import { Failure } from './Failure';
import classes from './Facets.module.css';

interface Props {
  readonly field: 'level' | 'service';
  readonly title: string;
  /** Without those values of this field that are chosen, so that the others can be chosen too. */
  readonly selection: Selection;
  readonly chosen: readonly string[];
  readonly onToggle: (value: string) => void;
  readonly onOnly: (value: string) => void;
  /** Told `null` for records that have no value. */
  readonly onExclude: (value: string | null) => void;
}

const FEW = 12;
const MANY = 200;

/** The values of a field with the number of their records, to include or exclude. */
export function FacetPanel({ field, title, selection, chosen, ...actions }: Props) {
  const [limit, setLimit] = useState(FEW);
  const query = useQuery(facetQuery(selection, field, limit));
  const { data, error, isPlaceholderData } = query;
  if (error) return <Failure error={error} onRetry={() => void query.refetch()} />;
  if (!data) return <Pending query={query} height={field === 'level' ? 150 : 260} />;
  const values = data.values.map(({ value, count }) => ({ name: textOf(value), count }));
  // What is chosen stays in sight, even where it has no records.
  const gone = chosen.filter((name) => !values.some((value) => value.name === name));
  const shown = [...values, ...gone.map((name) => ({ name, count: 0 }))];
  const most = Math.max(...shown.map(({ count }) => count), data.absent, 1);
  return (
    <section className={classes.facet} data-stale={isPlaceholderData || undefined}>
      <h2>{title}</h2>
      <ul>
        {shown.map(({ name, count }) => (
          <FacetValue
            key={name}
            field={field}
            name={name}
            count={count}
            part={count / most}
            isChosen={chosen.includes(name)}
            onToggle={() => actions.onToggle(name)}
            onOnly={() => actions.onOnly(name)}
            onExclude={() => actions.onExclude(name)}
          />
        ))}
        {data.absent > 0 && (
          <FacetValue
            field={field}
            name={null}
            count={data.absent}
            part={data.absent / most}
            isChosen={false}
            onExclude={() => actions.onExclude(null)}
          />
        )}
      </ul>
      {shown.length === 0 && data.absent === 0 && <p className={classes.none}>none</p>}
      {data.others > 0 && (
        <button
          type="button"
          className={classes.more}
          title={formatCount(data.others)}
          aria-disabled={limit === MANY}
          onClick={() => setLimit(MANY)}
        >
          {formatCompact(data.others)} records of others
        </button>
      )}
    </section>
  );
}
