import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { problemOf } from '../../../lib/api/problem';
import type { TimeRange } from '../../../lib/time/range';
import { useUrlState } from '../../../lib/url/useUrlState';
import { histogramQuery } from '../api/queries';
import { faultOf, isQueryFault } from '../model/conditions';
import { conditionsOf, errorsOf, selectionOf } from '../model/selection';
import { NO_FILTERS, VIEW } from '../model/view';
import { useAsked } from './useAsked';
import { useChosen } from './useChosen';
import { useLiveTail } from './useLiveTail';
import { useRecords } from './useRecords';
import { useSteps } from './useSteps';

/* How often counts and bars follow a live tail. */
const FOLLOWED_EVERY_MILLIS = 10_000;

/** The state of the explorer: what the address says, and what the server answers to it. */
export function useExplorer() {
  const [view, change] = useUrlState(VIEW);
  const [range, ask] = useAsked(view);
  const [chosen, choose] = useChosen(view.record, change);
  const [isAtTop, setAtTop] = useState(true);
  const isOpen = view.tab !== 'closed' && chosen !== null;
  const isPaused = !isAtTop || isOpen;

  const selection = useMemo(() => selectionOf(view, range), [view, range]);
  const unfiltered = useMemo(() => selectionOf(NO_FILTERS, range), [range]);
  const histogram = useQuery(histogramQuery(selection));
  const isCollapsed = view.show === 'templates' && !view.live;
  const loaded = useRecords(selection, view.column, !view.live && !isCollapsed);
  const error = loaded.query.error ?? histogram.error;
  const problem = error && problemOf(error);
  const fault =
    problem && isQueryFault(problem.code) ? faultOf(problem.detail, view.query, view.filter) : null;

  const watched = view.live && fault === null ? conditionsOf(view) : null;
  const tail = useLiveTail(watched, view.column, range.from, isPaused);
  const tailed = JSON.stringify(watched);
  const [begun, setBegun] = useState(tailed);
  if (begun !== tailed) {
    setBegun(tailed);
    // Its list is a new one, which nobody has read down yet.
    setAtTop(true);
  }
  const records = view.live ? tail.buffer.rows : isCollapsed ? [] : loaded.records;
  const steps = useSteps({
    records,
    chosen,
    onChoose: choose,
    onMore: view.live || isCollapsed ? null : loaded.onMore,
    errors: selectionOf(errorsOf(view), range),
  });

  useEffect(() => {
    if (!view.live) return undefined;
    const timer = setInterval(ask, FOLLOWED_EVERY_MILLIS);
    return () => clearInterval(timer);
  }, [view.live, ask]);

  // Both at once, so that back leads to the details also from where one goes at once.
  const open = (record: string | null) =>
    view.tab === 'closed' && change({ tab: 'fields', ...(record !== null && { record }) });

  return {
    view,
    change,
    range,
    ask,
    chosen,
    choose,
    isOpen,
    isPaused,
    selection,
    /** All records of the time. */
    unfiltered,
    loaded,
    fault,
    tail,
    records,
    steps,
    /** Told whether the newest rows are in sight. */
    onTop: setAtTop,
    /** Also what is asked already is asked anew. */
    onQuery: (query: string) => {
      change({ query });
      ask();
    },
    /** A time that ends is not live. */
    onTime: (time: TimeRange) => {
      change({ time, ...(view.live && time.kind !== 'last' && { live: false }) });
      ask();
    },
    /** Opens the details of the chosen record, or else of the first. */
    onOpen: () => {
      if (chosen === null) steps.onStep(1);
      open(chosen);
    },
    /** Chooses a record and opens its details. */
    onShow: (id: string) => {
      choose(id);
      open(id);
    },
    onClose: () => change({ tab: 'closed' }),
  };
}
