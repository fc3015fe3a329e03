import { Table, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Panel } from '../../../components/Panel';
import { ProblemNotice } from '../../../components/ProblemNotice';
import { answer, api } from '../../../lib/api/client';
import type { components } from '../../../lib/api/schema';
import { formatBytes } from '../../../lib/format/numbers';
import { visible } from '../../../lib/text/visible';
import { retentionQuery, useChange } from '../api/queries';
import { parseBytes } from '../model/amounts';
import { ConfirmButton } from './ConfirmButton';
import { NewRetention } from './NewRetention';
import classes from './Settings.module.css';

type RetentionClass = components['schemas']['RetentionClass'];

/** For how long records are kept, and which. */
export function RetentionPanel() {
  return (
    <Panel title="Retention" query={useQuery(retentionQuery)} height={160}>
      {({ retention_classes }) => (
        <>
          <p className={classes.note}>
            A record falls into the first class one of whose rules it meets, and else into default.
            What is older, or more than fits, is dropped for good.
          </p>
          <NewRetention known={retention_classes} />
          <Table.ScrollContainer minWidth={640}>
            <Table className={classes.table}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>Class</Table.Th>
                  <Table.Th>Rules</Table.Th>
                  <Table.Th>Kept for</Table.Th>
                  <Table.Th>At most</Table.Th>
                  <Table.Th>
                    <span className="unseen">Actions</span>
                  </Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {retention_classes.map((each) => (
                  <Row key={each.name} retention={each} />
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        </>
      )}
    </Panel>
  );
}

function Row({ retention }: { readonly retention: RetentionClass }) {
  const { name = '', rules = [], max_age, max_bytes = null } = retention;
  const told = { age: max_age, size: max_bytes === null ? '' : formatBytes(max_bytes) };
  // What is not edited is what the server has now.
  const [edited, setEdited] = useState<Partial<typeof told>>({});
  const { age, size } = { ...told, ...edited };
  const change = useChange(
    (body: RetentionClass) =>
      answer(api.PUT('/api/v1/retention_classes/{name}', { params: { path: { name } }, body })),
    [['retention_classes']],
  );
  const remove = useChange(
    () => answer(api.DELETE('/api/v1/retention_classes/{name}', { params: { path: { name } } })),
    [['retention_classes']],
  );
  const isSizeChanged = size !== told.size;
  const bytes = isSizeChanged ? parseBytes(size) : max_bytes;
  const failure = change.error ?? remove.error;
  const isChanged = age !== max_age || isSizeChanged;
  return (
    <>
      <Table.Tr>
        <Table.Td>{name}</Table.Td>
        <Table.Td>
          {rules.length === 0
            ? 'all others'
            : rules
                .map(({ tenant_id, where }) => visible(where ?? `tenant ${tenant_id ?? ''}`))
                .join(' or ')}
        </Table.Td>
        <Table.Td>
          <TextInput
            size="xs"
            w={90}
            aria-label={`How long ${name} is kept`}
            value={age}
            onChange={(event) => setEdited({ ...edited, age: event.currentTarget.value })}
          />
        </Table.Td>
        <Table.Td>
          <TextInput
            size="xs"
            w={110}
            placeholder="no limit"
            aria-label={`How many bytes of the disk ${name} may take`}
            value={size}
            error={Number.isNaN(bytes) && 'as 10 GB'}
            onChange={(event) => setEdited({ ...edited, size: event.currentTarget.value })}
          />
        </Table.Td>
        <Table.Td className={classes.action}>
          {isChanged && !Number.isNaN(bytes) && (
            <ConfirmButton
              action="Save"
              name={`the retention of ${name}`}
              consequence={`Records that are older than ${age}, or more than fit, are dropped for good.`}
              isPending={change.isPending}
              onConfirm={() =>
                change.mutate(
                  { ...retention, max_age: age.trim(), max_bytes: bytes },
                  { onSuccess: () => setEdited({}) },
                )
              }
            />
          )}
          {!isChanged && name !== 'default' && (
            <ConfirmButton
              action="Remove"
              name={`the class ${name}`}
              consequence="From now on its records fall into another class, mostly default, and are kept as long as that says."
              isPending={remove.isPending}
              onConfirm={() => remove.mutate(undefined)}
            />
          )}
        </Table.Td>
      </Table.Tr>
      {failure && (
        <Table.Tr>
          <Table.Td colSpan={5}>
            <ProblemNotice error={failure} />
          </Table.Td>
        </Table.Tr>
      )}
    </>
  );
}
