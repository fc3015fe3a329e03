import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { GivenUp, Pending } from '../../../components/Pending';
import { ProblemNotice } from '../../../components/ProblemNotice';
import { priceQuery } from '../../../lib/api/price';
import { formatCount } from '../../../lib/format/numbers';
import { formatRange } from '../../../lib/time/format';
import { templatesQuery } from '../api/queries';
import { listed, listing, MOST, sumsOf, type TemplateList } from '../model/listing';
import { openingLink } from '../model/links';
import type { View } from '../model/view';
import { FindBox } from './FindBox';
import { SortChoice } from './SortChoice';
import { SumLine } from './SumLine';
import { ViewChoice } from './ViewChoice';
import { TemplateTable } from './TemplateTable';
import classes from './ListView.module.css';

interface Props {
  readonly view: View;
  readonly update: (changes: Partial<View>, options?: { readonly replace?: boolean }) => void;
}

/** All templates of a time. */
export function ListView({ view, update }: Props) {
  const query = useQuery(templatesQuery(view));
  const { data, error, isFetching, isPlaceholderData, refetch } = query;
  const isFinding = view.find.trim() !== '';
  return (
    <div className={classes.list} aria-busy={isFetching}>
      <div className={classes.tools}>
        <ViewChoice view="list" onChange={(chosen) => update({ view: chosen })} />
        <FindBox value={view.find} onChange={(find) => update({ find }, { replace: true })} />
        <SortChoice sort={view.sort} onSort={(sort) => update({ sort })} />
        {data && <SumLine sums={sumsOf(data, listed(data.patterns, view))} isFound={isFinding} />}
        {!data && !error && <Skeleton height={18} width={380} maw="100%" />}
      </div>
      {error && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {isPlaceholderData && !isFetching && <GivenUp query={query} />}
      {data && <Listed list={data} view={view} update={update} />}
      {!data && !error && <Pending query={query} height={460} isLines />}
    </div>
  );
}

function Listed({ list, view, update }: Props & { readonly list: TemplateList }) {
  const rows = listed(list.patterns, view);
  const isCut = list.other_patterns > 0;
  const { data: price } = useQuery(priceQuery);
  const { sort, limit } = listing(view);
  return (
    <>
      {isCut && limit === MOST && (
        <p className={classes.note}>
          Only the {formatCount(MOST)} {FIRST[sort]} are looked at. Choose a service, a level or a
          shorter time to see the others.
        </p>
      )}
      {rows.length === 0 ? (
        <Nothing view={view} update={update} isEmpty={list.total_patterns === 0} />
      ) : (
        <TemplateTable
          templates={rows}
          totalBytes={list.total_bytes}
          price={price}
          sort={view.sort}
          onSort={(chosen) => update({ sort: chosen })}
          active={view.row}
          onActivate={(row) => update({ row }, { replace: true })}
          hrefOf={(id) => openingLink(id, view)}
        />
      )}
      {isCut && limit < MOST && (
        <Button variant="default" size="xs" onClick={() => update({ all: true })}>
          List up to {formatCount(MOST)} templates
        </Button>
      )}
    </>
  );
}

const FIRST = { count: 'most frequent', bytes: 'largest', first_seen: 'newest', rarest: 'rarest' };

function Nothing({ view, update, isEmpty }: Props & { readonly isEmpty: boolean }) {
  const isFiltered = view.service.length > 0 || view.level.length > 0 || view.find.trim() !== '';
  return (
    <div className={classes.nothing}>
      <strong>
        {isEmpty
          ? `No records ${isFiltered ? 'with these filters ' : ''}in this time (${formatRange(view.time)}).`
          : 'No template holds these words.'}
      </strong>
      <p>
        {isEmpty
          ? 'Choose a longer time, or look whether records come in on the overview.'
          : 'Words are looked for in templates, not in the values of their variables; those are in the explorer.'}
      </p>
      <div className={classes.ways}>
        {isFiltered && (
          <Button
            size="xs"
            variant="default"
            onClick={() => update({ service: [], level: [], find: '' })}
          >
            Clear the filters
          </Button>
        )}
        {isEmpty && (
          <Button
            size="xs"
            variant="default"
            onClick={() => update({ time: { kind: 'last', text: '24h' } })}
          >
            Show the last 24 h
          </Button>
        )}
      </div>
    </div>
  );
}
