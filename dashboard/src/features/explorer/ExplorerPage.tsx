import { Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useRef, useState } from 'react';
import { Icon } from '../../components/Icon';
import { Page } from '../../components/Page';
import { ShareButton } from '../../components/ShareButton';
import { TimePicker } from '../../components/TimePicker';
import { DetailPanel } from './components/DetailPanel';
import { ErrorOutcome } from './components/ErrorOutcome';
import { Facets } from './components/Facets';
import { FilterChips } from './components/FilterChips';
import { LiveButton } from './components/LiveButton';
import { LiveResults } from './components/LiveResults';
import { QueryBar } from './components/QueryBar';
import { Results } from './components/Results';
import { Summary } from './components/Summary';
import { TemplateResults } from './components/TemplateResults';
import { Timeline } from './components/Timeline';
import { ViewsMenu } from './components/ViewsMenu';
import { useExplorer } from './hooks/useExplorer';
import { useRowKeys } from './hooks/useRowKeys';
import { sharedAddress } from './model/sharing';
import classes from './components/Explorer.module.css';

/** Finds records: by a query, facets and time, or as they come. */
export default function ExplorerPage() {
  const explorer = useExplorer();
  const { view, change, range, chosen, choose, isOpen, selection, loaded, fault, steps } = explorer;
  const isCollapsed = view.show === 'templates' && !view.live;
  const isNarrow = useMediaQuery('(max-width: 900px)');
  const [areFacetsOpen, setFacetsOpen] = useState(false);
  const results = useRef<HTMLDivElement>(null);
  const close = () => {
    explorer.onClose();
    // What has the focus may go with the details.
    results.current?.querySelector<HTMLElement>('[role=grid]')?.focus({ preventScroll: true });
  };
  useRowKeys({
    onStep: steps.onStep,
    onError: steps.onError,
    onOpen: explorer.onOpen,
    onClose: isOpen ? close : null,
  });
  const list = {
    view,
    chosen,
    onShow: ({ id }: { readonly id: string }) => explorer.onShow(id),
    onOpen: explorer.onOpen,
    onChange: change,
  };

  return (
    <Page
      title="Explorer"
      isFixed
      controls={
        <>
          <LiveButton view={view} onChange={change} />
          <ViewsMenu view={view} />
          <ShareButton
            address={() => sharedAddress(view, range)}
            to="these records"
            note="Its time does not move on"
          />
          <TimePicker value={view.time} onChange={explorer.onTime} />
        </>
      }
    >
      <div className={classes.top}>
        <div className={classes.line}>
          <QueryBar
            value={view.query}
            fault={fault}
            selection={explorer.unfiltered}
            onRun={explorer.onQuery}
          />
          <Button
            className={classes.filtersButton ?? ''}
            variant="default"
            h={34}
            size="compact-sm"
            leftSection={<Icon name="settings" size={14} />}
            data-beside={isOpen || undefined}
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
          <Facets
            view={view}
            range={range}
            onChange={change}
            onClose={areFacetsOpen && (isOpen || isNarrow) ? () => setFacetsOpen(false) : null}
          />
        </div>
        <div
          ref={results}
          className={classes.results}
          data-stale={(!view.live && !isCollapsed && loaded.query.isPlaceholderData) || undefined}
        >
          <Timeline selection={selection} onBrush={explorer.onTime} />
          <Summary
            selection={selection}
            view={view}
            records={explorer.records}
            isLoading={loaded.query.isFetching}
            isCounted={fault === null}
            onAsk={explorer.ask}
            onChange={change}
          />
          <ErrorOutcome
            outcome={steps.outcome}
            range={range}
            onTime={explorer.onTime}
            onSeen={steps.onSeen}
          />
          {view.live && (
            <LiveResults
              {...list}
              tail={explorer.tail}
              isPaused={explorer.isPaused}
              onTop={explorer.onTop}
            />
          )}
          {isCollapsed && (
            <TemplateResults view={view} range={range} selection={selection} onChange={change} />
          )}
          {!view.live && !isCollapsed && (
            <Results {...list} range={range} loaded={loaded} isToldAbove={fault !== null} />
          )}
        </div>
        {isOpen && chosen !== null && (
          <DetailPanel
            id={chosen}
            loaded={explorer.records.find(({ id }) => id === chosen)}
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
