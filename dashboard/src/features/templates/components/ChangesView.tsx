import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useLocation } from 'wouter';
import { GivenUp, Pending } from '../../../components/Pending';
import { ProblemNotice } from '../../../components/ProblemNotice';
import { changesQuery } from '../api/queries';
import { useRowKeys } from '../hooks/useRowKeys';
import { changeGroups, describeCounts, type TemplateDiff } from '../model/changes';
import { openingLink } from '../model/links';
import type { View } from '../model/view';
import { ChangeTable } from './ChangeTable';
import { ViewChoice } from './ViewChoice';
import { WindowsPanel } from './WindowsPanel';
import classes from './ListView.module.css';

interface Props {
  readonly view: View;
  readonly update: (changes: Partial<View>, options?: { readonly replace?: boolean }) => void;
}

/** What kinds of records a time has that another has not. */
export function ChangesView({ view, update }: Props) {
  const query = useQuery(changesQuery(view));
  const { data, error, isFetching, isPlaceholderData, refetch } = query;
  return (
    <div className={classes.list} aria-busy={isFetching}>
      <div className={classes.tools}>
        <ViewChoice view="changes" onChange={(chosen) => update({ view: chosen })} />
        {data && (
          <p className={classes.note} role="status">
            {describeCounts(data)}
          </p>
        )}
      </div>
      <WindowsPanel view={view} update={update} diff={isPlaceholderData ? undefined : data} />
      {error && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {isPlaceholderData && !isFetching && <GivenUp query={query} />}
      {data && <Changes diff={data} view={view} update={update} />}
      {!data && !error && <Pending query={query} height={220} />}
    </div>
  );
}

function Changes({ diff, view, update }: Props & { readonly diff: TemplateDiff }) {
  const [, navigate] = useLocation();
  const place = useRef<HTMLDivElement>(null);
  const isByKey = useRef(false);
  const groups = changeGroups(diff);
  const hrefOf = (id: string) => openingLink(id, view);
  useRowKeys({
    ids: groups.flatMap(({ changes }) => changes.map(({ template_id: id }) => id)),
    active: view.row,
    onMove: (row) => {
      isByKey.current = true;
      update({ row }, { replace: true });
    },
    onOpen: (id) => navigate(hrefOf(id)),
  });
  useEffect(() => {
    if (!isByKey.current) return;
    isByKey.current = false;
    const links = place.current?.querySelectorAll('a') ?? [];
    [...links].find(({ dataset }) => dataset['row'] === view.row)?.focus();
  }, [view.row]);
  return (
    <div className={classes.list} ref={place}>
      {diff.remarks.map((remark) => (
        <p key={remark} className={classes.note}>
          Note: {remark}.
        </p>
      ))}
      {groups.map((group) => (
        <ChangeTable key={group.name} group={group} active={view.row} hrefOf={hrefOf} />
      ))}
    </div>
  );
}
