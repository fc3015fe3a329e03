import { GivenUp, Pending } from '../../../components/Pending';
import { ProblemNotice } from '../../../components/ProblemNotice';
import { formatCount, plural } from '../../../lib/format/numbers';
import type { AbsoluteRange } from '../../../lib/time/range';
import type { Records } from '../hooks/useRecords';
import type { LogRecord } from '../model/rows';
import { type ChangeView, toggled, type View } from '../model/view';
import { NoRecords } from './NoRecords';
import { RecordList } from './RecordList';
import classes from './RecordList.module.css';

const DAY = 86_400_000;

interface Props {
  readonly view: View;
  readonly range: AbsoluteRange;
  readonly loaded: Records;
  /** Whether the query bar tells already what is wrong. */
  readonly isToldAbove: boolean;
  readonly chosen: string | null;
  /** Opens the details of a row. */
  readonly onShow: (record: LogRecord) => void;
  /** Opens the details of the chosen row. */
  readonly onOpen: () => void;
  readonly onChange: ChangeView;
}

/** The records of a view, or why there are none. */
export function Results(props: Props) {
  const { view, range, chosen, onChange } = props;
  const { query, records } = props.loaded;
  if (query.isPending) {
    return (
      <div className={classes.pending}>
        <Pending query={query} height={600} isLines />
      </div>
    );
  }
  if (query.isError && records.length === 0) {
    return props.isToldAbove ? (
      <p className={classes.foot}>The query is not understood; it is marked above.</p>
    ) : (
      <div className={classes.foot}>
        <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />
      </div>
    );
  }
  if (records.length === 0) return <NoRecords view={view} range={range} onChange={onChange} />;
  const canLoad = query.hasNextPage && !query.isFetchingNextPage && !query.isError;
  const list = (
    <RecordList
      records={records}
      hasDates={range.to - range.from > DAY / 2}
      columns={view.column}
      chosen={chosen}
      onShow={props.onShow}
      onOpen={props.onOpen}
      onRemoveColumn={(column) => onChange({ column: toggled(view.column, column) })}
      onEnd={canLoad ? () => void query.fetchNextPage() : null}
      foot={
        <div className={classes.foot}>
          {query.isError && (
            <ProblemNotice error={query.error} onRetry={() => void query.fetchNextPage()} />
          )}
          {!query.isError &&
            (query.hasNextPage
              ? `${formatCount(records.length)} loaded, more are coming`
              : `${plural(records.length, 'record')}; these are all`)}
        </div>
      }
    />
  );
  if (!query.isPlaceholderData || query.isFetching) return list;
  return (
    <>
      <GivenUp query={query} />
      {list}
    </>
  );
}
