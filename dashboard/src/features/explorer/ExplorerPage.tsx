import { Button } from '@mantine/core';
import { useCallback, useMemo, useState } from 'react';
import { Page } from '../../components/Page';
import { TimePicker } from '../../components/TimePicker';
import { Icon } from '../../components/Icon';
import { problemOf } from '../../lib/api/problem';
import { useUrlState } from '../../lib/url/useUrlState';
import { DetailPanel } from './components/DetailPanel';
import { Facets } from './components/Facets';
import { FilterChips } from './components/FilterChips';
import { QueryBar } from './components/QueryBar';
import { Results } from './components/Results';
import { Summary } from './components/Summary';
import { Timeline } from './components/Timeline';
import { useAsked } from './hooks/useAsked';
import { useChosen } from './hooks/useChosen';
import { useRecords } from './hooks/useRecords';
import { useRowKeys } from './hooks/useRowKeys';
import { useSteps } from './hooks/useSteps';
import { faultOf, isQueryFault } from './model/conditions';
import { selectionOf } from './model/selection';
import { VIEW } from './model/view';
import classes from './components/Explorer.module.css';

/** Finds records: by a query, facets and time. */
export default function ExplorerPage() {
  const [view, change] = useUrlState(VIEW);
  const [range, ask] = useAsked(view.time);
  const [chosen, choose] = useChosen(view.record, change);
  const [areFacetsOpen, setFacetsOpen] = useState(false);
  const selection = useMemo(() => selectionOf(view, range), [view, range]);
  const loaded = useRecords(selection, true);
  const { query, records } = loaded;
  const fault = useMemo(() => {
    const problem = query.error && problemOf(query.error);
    return problem && isQueryFault(problem.code)
      ? faultOf(problem.detail, view.query, view.filter)
      : null;
  }, [query.error, view.query, view.filter]);
  const steps = useSteps(records, chosen, choose, loaded);
  const isOpen = view.tab !== 'closed' && chosen !== null;
  const open = useCallback(() => {
    if (view.tab === 'closed') change({ tab: 'fields' });
  }, [view.tab, change]);
  const openRow = () => {
    if (chosen === null) steps.onStep(1);
    open();
  };
  const close = () => change({ tab: 'closed' });
  useRowKeys({ ...steps, onOpen: openRow, onClose: isOpen ? close : null });

  return (
    <Page
      title="Explorer"
      isFixed
      controls={<TimePicker value={view.time} onChange={(time) => change({ time })} />}
    >
      <div className={classes.top}>
        <div className={classes.line}>
          <QueryBar value={view.query} fault={fault} onRun={(text) => change({ query: text })} />
          <Button
            className={classes.filtersButton ?? ''}
            variant="default"
            h={34}
            size="compact-sm"
            leftSection={<Icon name="settings" size={14} />}
            aria-expanded={areFacetsOpen}
            onClick={() => setFacetsOpen(!areFacetsOpen)}
          >
            Facets
          </Button>
        </div>
        <FilterChips view={view} onChange={change} />
      </div>
      <div
        className={classes.main}
        data-facets={areFacetsOpen || undefined}
        data-details={isOpen || undefined}
      >
        <div className={classes.side}>
          <Facets view={view} range={range} onChange={change} />
        </div>
        <div className={classes.results} data-stale={query.isPlaceholderData || undefined}>
          <Timeline selection={selection} onBrush={(time) => change({ time })} />
          <Summary
            selection={selection}
            view={view}
            loaded={loaded}
            onAsk={ask}
            onChange={change}
          />
          <Results
            view={view}
            range={range}
            loaded={loaded}
            isToldAbove={fault !== null}
            chosen={chosen}
            onChoose={({ id }) => choose(id)}
            onOpen={open}
            onChange={change}
          />
        </div>
        {isOpen && (
          <DetailPanel
            id={chosen}
            loaded={records.find(({ id }) => id === chosen)}
            view={view}
            onChange={change}
            onChoose={choose}
            onStep={steps.onStep}
            onClose={close}
          />
        )}
      </div>
    </Page>
  );
}
