import { useQuery } from '@tanstack/react-query';
import { Page } from '../../components/Page';
import { TimePicker } from '../../components/TimePicker';
import { useUrlState } from '../../lib/url/useUrlState';
import { ledgerQuery } from './api/queries';
import { ChangesPanel } from './components/ChangesPanel';
import { FailingPanel } from './components/FailingPanel';
import { FirstRun } from './components/FirstRun';
import { LedgerPanel } from './components/LedgerPanel';
import { NowPanel } from './components/NowPanel';
import { ErrorsPanel, LoudestPanel, RarestPanel } from './components/TemplatePanels';
import { VolumePanel } from './components/VolumePanel';
import { overviewState } from './model/state';
import classes from './OverviewPage.module.css';

/** What is going on; and where nothing ever came, how to send something. */
export default function OverviewPage() {
  const { data: ledger } = useQuery(ledgerQuery);
  const [{ time, by }, update] = useUrlState(overviewState);
  if (ledger?.received === 0) return <FirstRun />;
  return (
    <Page
      title="Overview"
      controls={<TimePicker value={time} onChange={(range) => update({ time: range })} />}
    >
      <div className={classes.grid}>
        <div className={classes.wide}>
          <NowPanel time={time} />
        </div>
        <div className={classes.wide}>
          <VolumePanel
            time={time}
            by={by}
            onTime={(range) => update({ time: range })}
            onBy={(kind) => update({ by: kind }, { replace: true })}
          />
        </div>
        <FailingPanel time={time} />
        <ErrorsPanel time={time} />
        <ChangesPanel time={time} />
        <LoudestPanel time={time} />
        <RarestPanel time={time} />
        <LedgerPanel />
      </div>
    </Page>
  );
}
