import { Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Panel } from '../../../components/Panel';
import { ProblemNotice } from '../../../components/ProblemNotice';
import { answer, api } from '../../../lib/api/client';
import { visible } from '../../../lib/text/visible';
import { formatAge, formatTimestamp } from '../../../lib/time/format';
import { tokensQuery, useChange } from '../api/queries';
import { standing, type Token } from '../model/tokens';
import { ConfirmButton } from './ConfirmButton';
import { NewToken } from './NewToken';
import classes from './Settings.module.css';

/** By what the server knows who asks. */
export function TokensPanel() {
  const query = useQuery(tokensQuery);
  const revoke = useChange(
    (id: string) => answer(api.DELETE('/api/v1/tokens/{id}', { params: { path: { id } } })),
    [['tokens'], ['session']],
  );
  return (
    <Panel title="Tokens" query={query} height={160}>
      {({ tokens }) => (
        <>
          <NewToken />
          {revoke.error && <ProblemNotice error={revoke.error} />}
          {tokens.length === 0 ? (
            <p className={classes.empty}>
              There are no tokens. Senders on this machine need none while the server listens here
              only.
            </p>
          ) : (
            <Table.ScrollContainer minWidth={620}>
              <Table className={classes.table} highlightOnHover>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>Name</Table.Th>
                    <Table.Th>Role</Table.Th>
                    <Table.Th>Made</Table.Th>
                    <Table.Th>Last used</Table.Th>
                    <Table.Th>Expires</Table.Th>
                    <Table.Th>
                      <span className="unseen">Actions</span>
                    </Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {tokens.map((token) => (
                    <Row
                      key={token.id}
                      token={token}
                      now={query.dataUpdatedAt}
                      isPending={revoke.isPending && revoke.variables === token.id}
                      onRevoke={() => revoke.mutate(token.id)}
                    />
                  ))}
                </Table.Tbody>
              </Table>
            </Table.ScrollContainer>
          )}
        </>
      )}
    </Panel>
  );
}

interface RowProps {
  readonly token: Token;
  /** When the server told of it. */
  readonly now: number;
  readonly isPending: boolean;
  readonly onRevoke: () => void;
}

function Row({ token, now, isPending, onRevoke }: RowProps) {
  const { name, role, created, last_used, expires } = token;
  const state = standing(token, now);
  return (
    <Table.Tr data-ended={state !== 'active' || undefined}>
      <Table.Td>{visible(name)}</Table.Td>
      <Table.Td>{role}</Table.Td>
      <Table.Td title={formatTimestamp(created)}>{formatAge(created)}</Table.Td>
      <Table.Td title={last_used === null ? undefined : formatTimestamp(last_used)}>
        {last_used === null ? 'never' : formatAge(last_used)}
      </Table.Td>
      <Table.Td title={expires === null ? undefined : formatTimestamp(expires)}>
        {state === 'revoked' ? 'revoked' : expires === null ? 'never' : formatAge(expires)}
      </Table.Td>
      <Table.Td className={classes.action}>
        {state === 'active' && (
          <ConfirmButton
            action="Revoke"
            name={visible(name)}
            consequence="From now on it is not accepted: what sends with it is refused, and who signed in with it is signed out."
            isPending={isPending}
            onConfirm={onRevoke}
          />
        )}
      </Table.Td>
    </Table.Tr>
  );
}
