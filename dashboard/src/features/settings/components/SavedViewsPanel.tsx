import { Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { Panel } from '../../../components/Panel';
import { ProblemNotice } from '../../../components/ProblemNotice';
import { addressOf, savedViewsQuery, useRemoveView } from '../../../lib/api/savedViews';
import { visible } from '../../../lib/text/visible';
import { formatAge, formatTimestamp } from '../../../lib/time/format';
import { ConfirmButton } from './ConfirmButton';
import classes from './Settings.module.css';

/** The views that somebody saved by a name. */
export function SavedViewsPanel() {
  const query = useQuery(savedViewsQuery);
  const remove = useRemoveView();
  return (
    <Panel title="Saved views" query={query} height={160}>
      {({ saved_views }) => (
        <>
          {remove.error && <ProblemNotice error={remove.error} />}
          {saved_views.length === 0 ? (
            <p className={classes.empty}>Nobody has saved a view.</p>
          ) : (
            <Table className={classes.table} highlightOnHover>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>Name</Table.Th>
                  <Table.Th>Saved</Table.Th>
                  <Table.Th>
                    <span className="unseen">Actions</span>
                  </Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {saved_views.map(({ id, name, updated, content }) => (
                  <Table.Tr key={id}>
                    <Table.Td>
                      <ViewName name={name} content={content} />
                    </Table.Td>
                    <Table.Td title={formatTimestamp(updated)}>{formatAge(updated)}</Table.Td>
                    <Table.Td className={classes.action}>
                      <ConfirmButton
                        action="Remove"
                        name={visible(name)}
                        consequence="It is gone for everybody. Records stay."
                        isPending={remove.isPending && remove.variables === id}
                        onConfirm={() => remove.mutate(id)}
                      />
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          )}
        </>
      )}
    </Panel>
  );
}

/** Leads to the view, if it is one of this dashboard. */
function ViewName({ name, content }: { readonly name: string; readonly content: object }) {
  const address = addressOf(content);
  return address === null ? visible(name) : <Link href={address}>{visible(name)}</Link>;
}
