import { Modal, Paper } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Fragment, type ReactNode, useEffect, useState, useSyncExternalStore } from 'react';
import { Page } from '../components/Page';
import { followTabs, isKnown, sessionQuery } from '../lib/api/session';
import { signIn } from '../lib/api/signIn';
import { SignedOutBanner } from './SignedOutBanner';
import { TokenForm } from './TokenForm';

/** The last tenant whom the server knew, and how often that was another than before. */
interface Known {
  readonly tenant: string | null;
  readonly turn: number;
}

/**
 * Shows the pages to those whom the server knows. Others sign in first; whose session ends, above the
 * page, which keeps what was typed in it unless another tenant signs in: then it begins anew.
 */
export function SessionGate({ children }: { readonly children: ReactNode }) {
  const client = useQueryClient();
  const { data: session, isPending } = useQuery(sessionQuery);
  const isRefused = useSyncExternalStore(signIn.subscribe, signIn.isWanted);
  const [known, setKnown] = useState<Known | null>(null);
  const [isPutOff, setPutOff] = useState(false);
  useEffect(() => followTabs(client), [client]);

  const isStranger = session !== undefined && !isKnown(session);
  if (session !== undefined && !isStranger && known?.tenant !== session.tenant_id) {
    setKnown({ tenant: session.tenant_id, turn: known === null ? 0 : known.turn + 1 });
  }
  const isOut = isStranger || isRefused;
  if (!isOut && isPutOff) setPutOff(false);
  if (isStranger && known === null) {
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
      {isOut && isPutOff && <SignedOutBanner onSignIn={() => setPutOff(false)} />}
      <Fragment key={known?.turn ?? 0}>{children}</Fragment>
      <Modal
        // Who is not known yet may be a stranger, for whom there is a page.
        opened={isOut && !isPutOff && !isPending}
        onClose={() => setPutOff(true)}
        title="Your session has ended"
        overlayProps={{ blur: 3 }}
      >
        <TokenForm reason={signIn.reason()} />
      </Modal>
    </>
  );
}
