import { MantineProvider, Skeleton } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import { FaultBoundary } from '../components/FaultBoundary';
import { Page } from '../components/Page';
import { createQueryClient } from '../lib/api/queries';
import { useZone } from '../lib/time/zone';
import { theme, variables } from '../theme/theme';
import { NotFound } from './NotFound';
import { INNER_PAGES, PAGES } from './pages';
import { Shell } from './Shell';

function Loading() {
  return (
    <Page title="Loading">
      <Skeleton height={300} />
    </Page>
  );
}

/** The application: what all pages share around the page that the address names. */
export function App() {
  const [client] = useState(createQueryClient);
  // All that is shown tells times by it.
  useZone();
  return (
    <MantineProvider theme={theme} cssVariablesResolver={variables} defaultColorScheme="auto">
      <QueryClientProvider client={client}>
        <Shell>
          <Switch>
            <Route path="/">
              <Redirect to={`/overview${window.location.search}`} replace />
            </Route>
            {[...PAGES, ...INNER_PAGES].map(({ path, component: Shown }) => (
              <Route key={path} path={`${path}/*?`}>
                <FaultBoundary of={path} onRetry={() => window.location.reload()}>
                  <Suspense fallback={<Loading />}>
                    <Shown />
                  </Suspense>
                </FaultBoundary>
              </Route>
            ))}
            <Route component={NotFound} />
          </Switch>
        </Shell>
      </QueryClientProvider>
    </MantineProvider>
  );
}
