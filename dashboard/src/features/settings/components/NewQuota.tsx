import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { ProblemNotice } from '../../../components/ProblemNotice';
import { answer, api } from '../../../lib/api/client';
import type { components } from '../../../lib/api/schema';
import { sessionQuery } from '../../../lib/api/session';
import { useChange } from '../api/queries';
import { parseBytes, parseCount } from '../model/amounts';
import classes from './Settings.module.css';

/** Sets the quota of a service, or of all of them together. */
export function NewQuota() {
  const [service, setService] = useState('');
  const [records, setRecords] = useState('');
  const [bytes, setBytes] = useState('');
  const { data: session } = useQuery(sessionQuery);
  const tenantId = session?.tenant_id;
  const set = useChange(
    (body: components['schemas']['Quota']) => answer(api.PUT('/api/v1/quotas', { body })),
    [['quotas'], ['usage']],
  );
  const maxRecords = parseCount(records);
  const maxBytes = parseBytes(bytes);
  const isWrong = Number.isNaN(maxRecords) || Number.isNaN(maxBytes);
  return (
    <>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (!tenantId) return;
          set.mutate({
            tenant_id: tenantId,
            service: service.trim() === '' ? null : service.trim(),
            max_records: maxRecords,
            max_bytes: maxBytes,
            warn_percentage: 80,
          });
        }}
      >
        <TextInput
          size="xs"
          label="Service"
          placeholder="all together"
          value={service}
          onChange={(event) => setService(event.currentTarget.value)}
        />
        <TextInput
          size="xs"
          label="Records a day"
          placeholder="no limit"
          value={records}
          error={Number.isNaN(maxRecords) && 'as 1,000,000'}
          onChange={(event) => setRecords(event.currentTarget.value)}
        />
        <TextInput
          size="xs"
          label="Bytes a day"
          placeholder="no limit"
          value={bytes}
          error={Number.isNaN(maxBytes) && 'as 10 GB'}
          onChange={(event) => setBytes(event.currentTarget.value)}
        />
        <Button
          size="xs"
          type="submit"
          disabled={!tenantId || isWrong || (maxRecords ?? maxBytes) === null}
          loading={set.isPending}
        >
          Set it
        </Button>
      </form>
      {set.error && <ProblemNotice error={set.error} />}
    </>
  );
}
