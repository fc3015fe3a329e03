import { Button, TextInput } from '@mantine/core';
import { type ChangeEvent, useState } from 'react';
import { ProblemNotice } from '../../../components/ProblemNotice';
import { answer, api } from '../../../lib/api/client';
import type { components } from '../../../lib/api/schema';
import { useChange } from '../api/queries';
import { parseBytes } from '../model/amounts';
import classes from './Settings.module.css';

type RetentionClass = components['schemas']['RetentionClass'];

const NAME = /^[a-z0-9_-]{1,32}$/;
const EMPTY = { name: '', where: '', age: '', size: '' };

interface Props {
  readonly known: readonly RetentionClass[];
}

/** Makes a retention class, which is asked before default and after all others. */
export function NewRetention({ known }: Props) {
  const [typed, setTyped] = useState(EMPTY);
  const { name, where, age, size } = typed;
  const input = (key: keyof typeof EMPTY) => ({
    size: 'xs',
    value: typed[key],
    onChange: (event: ChangeEvent<HTMLInputElement>) => {
      const { value } = event.currentTarget;
      setTyped((before) => ({ ...before, [key]: value }));
    },
  });
  const make = useChange(
    ({ name: of = '', ...body }: RetentionClass) =>
      answer(api.PUT('/api/v1/retention_classes/{name}', { params: { path: { name: of } }, body })),
    [['retention_classes']],
  );
  const bytes = parseBytes(size);
  const isTaken = known.some((each) => each.name === name);
  const isWrong = name !== '' && !NAME.test(name);
  const others = known.filter((each) => each.name !== 'default');
  const position = Math.max(0, ...others.map((each) => each.position)) + 1;
  return (
    <>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          const rules = [{ tenant_id: null, where: where.trim() }];
          make.mutate(
            { name, position, max_age: age.trim(), max_bytes: bytes, rules },
            { onSuccess: () => setTyped(EMPTY) },
          );
        }}
      >
        <TextInput
          {...input('name')}
          w={120}
          label="New class"
          placeholder="audit"
          maxLength={32}
          error={isTaken ? 'there is one' : isWrong && 'of a to z, digits, hyphens and underscores'}
        />
        <TextInput
          {...input('where')}
          flex="1 1 200px"
          label="For records that meet"
          placeholder="service = audit"
        />
        <TextInput {...input('age')} w={90} label="Kept for" placeholder="365d" />
        <TextInput
          {...input('size')}
          w={110}
          label="At most"
          placeholder="no limit"
          error={Number.isNaN(bytes) && 'as 10 GB'}
        />
        <Button
          size="xs"
          type="submit"
          disabled={
            isTaken || !NAME.test(name) || !where.trim() || !age.trim() || Number.isNaN(bytes)
          }
          loading={make.isPending}
        >
          Make it
        </Button>
      </form>
      {make.error && <ProblemNotice error={make.error} />}
    </>
  );
}
