import { Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Panel } from '../../../components/Panel';
import { ProblemNotice } from '../../../components/ProblemNotice';
import { answer, api } from '../../../lib/api/client';
import type { components } from '../../../lib/api/schema';
import { formatBytes, formatCount, formatShare } from '../../../lib/format/numbers';
import { visible } from '../../../lib/text/visible';
import { quotasQuery, usageQuery, useChange } from '../api/queries';
import { ConfirmButton } from './ConfirmButton';
import { NewQuota } from './NewQuota';
import classes from './Settings.module.css';

type Quota = components['schemas']['Quota'];

/** How much of a day may be kept, and how much of it is used. */
export function QuotasPanel() {
  const query = useQuery(quotasQuery);
  const { data: usage, isError: isUsageUnknown } = useQuery(usageQuery);
  const remove = useChange(
    ({ tenant_id, service }: Quota) =>
      answer(
        api.DELETE('/api/v1/quotas', {
          params: { query: { tenant_id, ...(service !== null && { service }) } },
        }),
      ),
    [['quotas'], ['usage']],
  );
  return (
    <Panel title="Quotas" query={query} height={160}>
      {({ quotas }) => (
        <>
          <p className={classes.note}>
            Of a day of UTC. What comes beyond is counted, but not kept; errors are kept all the
            same.
          </p>
          <NewQuota />
          {remove.error && <ProblemNotice error={remove.error} />}
          {quotas.length === 0 ? (
            <p className={classes.empty}>There is no quota: all that comes is kept.</p>
          ) : (
            <Table.ScrollContainer minWidth={560}>
              <Table className={classes.table}>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>Of</Table.Th>
                    <Table.Th>Records</Table.Th>
                    <Table.Th>Bytes</Table.Th>
                    <Table.Th>Used today</Table.Th>
                    <Table.Th>
                      <span className="unseen">Actions</span>
                    </Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {quotas.map((quota) => {
                    const used = usage?.quotas.find(({ service }) => service === quota.service);
                    const name =
                      quota.service === null ? `all of ${quota.tenant_id}` : visible(quota.service);
                    return (
                      <Table.Tr key={JSON.stringify([quota.tenant_id, quota.service])}>
                        <Table.Td>{name}</Table.Td>
                        <Table.Td>
                          {quota.max_records === null ? 'no limit' : formatCount(quota.max_records)}
                        </Table.Td>
                        <Table.Td>
                          {quota.max_bytes === null ? 'no limit' : formatBytes(quota.max_bytes)}
                        </Table.Td>
                        <Table.Td className={used?.used_up ? classes.full : undefined}>
                          {used
                            ? `${formatShare(used.used_share)}${used.used_up ? ', used up' : ''}`
                            : isUsageUnknown
                              ? 'not known'
                              : ''}
                        </Table.Td>
                        <Table.Td className={classes.action}>
                          <ConfirmButton
                            action="Remove"
                            name={`the quota of ${name}`}
                            consequence="From now on all that comes is kept."
                            isPending={remove.isPending && remove.variables === quota}
                            onConfirm={() => remove.mutate(quota)}
                          />
                        </Table.Td>
                      </Table.Tr>
                    );
                  })}
                </Table.Tbody>
              </Table>
            </Table.ScrollContainer>
          )}
        </>
      )}
    </Panel>
  );
}
