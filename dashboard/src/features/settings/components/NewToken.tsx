import { Button, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { CopyButton } from '../../../components/CopyButton';
import { ProblemNotice } from '../../../components/ProblemNotice';
import { answer, api } from '../../../lib/api/client';
import type { components } from '../../../lib/api/schema';
import { visible } from '../../../lib/text/visible';
import { useChange } from '../api/queries';
import { expiry } from '../model/tokens';
import classes from './Settings.module.css';

type Wish = components['schemas']['TokenRequest'];

const ROLES: { value: Wish['role']; label: string }[] = [
  { value: 'viewer', label: 'viewer: reads' },
  { value: 'editor', label: 'editor: also sends records' },
  { value: 'admin', label: 'admin: does everything' },
];
const LIVES = [
  { value: '', label: 'does not expire' },
  { value: '30', label: 'for 30 days' },
  { value: '90', label: 'for 90 days' },
  { value: '365', label: 'for a year' },
];

/** Makes a token, and shows its secret, which nobody is shown again. */
export function NewToken() {
  const [name, setName] = useState('');
  const [role, setRole] = useState<Wish['role']>('editor');
  const [days, setDays] = useState('');
  const make = useChange(
    (body: Wish) => answer(api.POST('/api/v1/tokens', { body })),
    [['tokens']],
  );
  const made = make.data;
  return (
    <>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          const expires = expiry(days === '' ? null : Number(days), Date.now());
          make.mutate({ name: name.trim(), role, expires }, { onSuccess: () => setName('') });
        }}
      >
        <TextInput
          size="xs"
          label="New token for"
          placeholder="the sender that gets it"
          maxLength={256}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Select
          size="xs"
          label="Role"
          w={220}
          data={ROLES}
          value={role}
          allowDeselect={false}
          onChange={(value) => setRole(ROLES.find((known) => known.value === value)?.value ?? role)}
        />
        <Select
          size="xs"
          label="Accepted"
          data={LIVES}
          value={days}
          allowDeselect={false}
          onChange={(value) => setDays(value ?? '')}
        />
        <Button size="xs" type="submit" disabled={name.trim() === ''} loading={make.isPending}>
          Make it
        </Button>
      </form>
      {make.error && <ProblemNotice error={make.error} />}
      {made?.secret && (
        <div className={classes.secret} role="status">
          <p>
            The secret of <b>{visible(made.name)}</b>. Copy it, as it is not shown again.
          </p>
          <code>{made.secret}</code>
          <CopyButton text={made.secret} label="Copy the secret" />
          <Button size="compact-xs" variant="default" onClick={() => make.reset()}>
            I have it
          </Button>
        </div>
      )}
    </>
  );
}
