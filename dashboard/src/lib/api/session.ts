import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { answer, api } from './client';
import type { components } from './schema';
import { signIn } from './signIn';
import { tabs } from './tabs';

export type Session = components['schemas']['Session'];

/** Who asks, and whether the server needs a token at all. Asked again when a tab is come back to. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async ({ signal, client }) => {
    const session = await answer(api.GET('/api/v1/session', { signal }));
    if (isKnown(session) && becomesOther(client, session)) void forgetAnswers(client);
    return session;
  },
  refetchOnWindowFocus: 'always',
});

/* Whose answers a client has. Its cache cannot tell, as a stranger stands there between two tenants. */
const tenants = new WeakMap<QueryClient, string | null>();

/** Notes who asks now, and gives whether the answers so far were told to another tenant. */
function becomesOther(client: QueryClient, { tenant_id: now }: Session): boolean {
  const before = tenants.get(client);
  tenants.set(client, now);
  return before !== undefined && before !== now;
}

const ANSWERS = {
  predicate: ({ queryKey }: { readonly queryKey: readonly unknown[] }) =>
    queryKey[0] !== sessionQuery.queryKey[0],
};

/** Drops all answers at once, and has asked again what is shown. */
function forgetAnswers(client: QueryClient): Promise<void> {
  return client.resetQueries(ANSWERS);
}

/** Whether the server answers whoever this session is of. */
export function isKnown(session: Session): boolean {
  return !session.needs_token || session.role !== null;
}

/** Begins a session with the secret of a token. */
export function beginSession(token: string) {
  return answer(api.POST('/api/v1/session', { body: { token } }));
}

/** Ends the session of this browser, in all its tabs. */
export async function endSession() {
  await answer(api.DELETE('/api/v1/session'));
  tabs.tell('signed out');
}

/** Has all asked again that was refused. Nothing stays of what another tenant was told. */
export async function goOn(client: QueryClient, session: Session): Promise<void> {
  const isOther = becomesOther(client, session);
  client.setQueryData(sessionQuery.queryKey, session);
  const asked = isOther ? forgetAnswers(client) : client.invalidateQueries(ANSWERS);
  signIn.done();
  await asked;
}

/** Follows what happens to the session in other tabs, until the answer is called. */
export function followTabs(client: QueryClient): () => void {
  return tabs.listen((news) => {
    // Past the cache, which has a stranger only once it is said why. Without an answer, the banner for that says so.
    answer(api.GET('/api/v1/session'))
      .then((session) => {
        if (isKnown(session)) return goOn(client, session);
        if (news === 'signed out') signIn.want('You signed out in another tab.');
        client.setQueryData(sessionQuery.queryKey, session);
        return undefined;
      })
      .catch(() => undefined);
  });
}
