import { Tabs } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Page } from '../../components/Page';
import { sessionQuery } from '../../lib/api/session';
import { visible } from '../../lib/text/visible';
import { useUrlState } from '../../lib/url/useUrlState';
import { PricePanel } from './components/PricePanel';
import { QuotasPanel } from './components/QuotasPanel';
import { RetentionPanel } from './components/RetentionPanel';
import { SavedViewsPanel } from './components/SavedViewsPanel';
import { SignOutButton } from './components/SignOutButton';
import { TokensPanel } from './components/TokensPanel';
import classes from './components/Settings.module.css';
import { useRights } from './hooks/useRights';
import { settingsState, type Tab, TABS } from './model/state';

const NAMES: Record<Tab, string> = {
  tokens: 'Tokens',
  retention: 'Retention',
  quotas: 'Quotas',
  price: 'Price',
  views: 'Saved views',
};

/** What is set. To whom the server does not tell a part of it, that part is not shown. */
export default function SettingsPage() {
  const [{ tab: wanted }, update] = useUrlState(settingsState);
  const { data: session } = useQuery(sessionQuery);
  const { isAdmin, isOperator } = useRights();
  const isHidden: Partial<Record<Tab, boolean>> = {
    tokens: !isAdmin,
    retention: !isOperator,
    quotas: !isOperator,
  };
  const tabs = TABS.filter((each) => isHidden[each] !== true);
  const tab = tabs.find((each) => each === wanted) ?? tabs[0];
  const who = session?.needs_token && session.name !== null && (
    <>
      <span className={classes.note}>
        {visible(session.name)}, {session.role}, of tenant {session.tenant_id}
      </span>
      <SignOutButton />
    </>
  );
  return (
    <Page title="Settings" controls={who}>
      <div className={classes.settings}>
        <Tabs
          value={tab ?? null}
          keepMounted={false}
          onChange={(value) => update({ tab: TABS.find((known) => known === value) ?? wanted })}
        >
          <Tabs.List mb="sm" aria-label="Settings">
            {tabs.map((each) => (
              <Tabs.Tab key={each} value={each}>
                {NAMES[each]}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          <Tabs.Panel value="tokens">
            <TokensPanel />
          </Tabs.Panel>
          <Tabs.Panel value="retention">
            <RetentionPanel />
          </Tabs.Panel>
          <Tabs.Panel value="quotas">
            <QuotasPanel />
          </Tabs.Panel>
          <Tabs.Panel value="price">
            <PricePanel />
          </Tabs.Panel>
          <Tabs.Panel value="views">
            <SavedViewsPanel />
          </Tabs.Panel>
        </Tabs>
      </div>
    </Page>
  );
}
