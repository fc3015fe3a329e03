import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import { createQueryClient } from '../lib/api/queries';
import { theme, variables } from '../theme/theme';
import { FaultBoundary } from './FaultBoundary';
import { NotFound } from './NotFound';
import { INNER_PAGES, PAGES } from './pages';
import { Shell } from './Shell';

/** The application: what all pages share around the page that the address names. */
export function App() {
  const [client] = useState(createQueryClient);
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
                <FaultBoundary>
                  <Suspense fallback={null}>
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
