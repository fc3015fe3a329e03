import { Modal, Paper } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState, useSyncExternalStore } from 'react';
import { Page } from '../components/Page';
import { sessionQuery } from '../lib/api/session';
import { signIn } from '../lib/api/signIn';
import { TokenForm } from './TokenForm';

/**
 * Shows the pages to those whom the server knows. Others sign in first; whose session ends, above the
 * page, which keeps what was typed in it.
 */
export function SessionGate({ children }: { readonly children: ReactNode }) {
  const { data: session } = useQuery(sessionQuery);
  const isRefused = useSyncExternalStore(signIn.subscribe, signIn.isWanted);
  const [wasKnown, setWasKnown] = useState(false);
  const isKnown = session !== undefined && (!session.needs_token || session.role !== null);
  if (isKnown && !wasKnown) setWasKnown(true);
  if (session !== undefined && !isKnown && !wasKnown) {
    return (
      <Page title="Sign in">
        <Paper withBorder p="lg" maw={440} mx="auto" mt="8vh">
          <TokenForm />
        </Paper>
      </Page>
    );
  }
  return (
    <>
      {children}
      <Modal opened={isRefused && wasKnown} onClose={signIn.done} title="Your session has ended">
        <TokenForm />
      </Modal>
    </>
  );
}
