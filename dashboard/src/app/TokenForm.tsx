import { Button, Group, PasswordInput, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ProblemNotice } from '../components/ProblemNotice';
import { beginSession, goOn } from '../lib/api/session';
import { tabs } from '../lib/api/tabs';

interface Props {
  /** Why it is asked for again. */
  readonly reason?: string | null;
}

/** Signs in with a token. */
export function TokenForm({ reason = null }: Props) {
  const [text, setText] = useState('');
  const client = useQueryClient();
  const begin = useMutation({
    mutationFn: beginSession,
    onSuccess: (session) => {
      tabs.tell('signed in');
      return goOn(client, session);
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        begin.mutate(text.trim());
      }}
    >
      {reason !== null && (
        <Text size="sm" mb="sm">
          {reason} What you typed stays, unless the token is of another tenant.
        </Text>
      )}
      <Text size="sm" mb="sm" {...(reason !== null && { c: 'dimmed' })}>
        This Winnow answers to those who have a token. Whoever runs it makes one by: winnow token
        create NAME
      </Text>
      <PasswordInput
        label="Token"
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        autoComplete="current-password"
        data-autofocus
      />
      {begin.error && (
        <div style={{ marginTop: 12 }}>
          <ProblemNotice error={begin.error} />
        </div>
      )}
      <Group justify="flex-end" mt="md">
        <Button type="submit" size="xs" disabled={text.trim() === ''} loading={begin.isPending}>
          Sign in
        </Button>
      </Group>
    </form>
  );
}
