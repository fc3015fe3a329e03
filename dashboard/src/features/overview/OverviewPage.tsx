import { Page } from '../../components/Page';
import { LedgerPanel } from './components/LedgerPanel';

/** What is going on. */
export default function OverviewPage() {
  return (
    <Page title="Overview">
      <LedgerPanel />
    </Page>
  );
}
