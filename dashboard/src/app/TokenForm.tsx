import { Button, Group, PasswordInput, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ProblemNotice } from '../components/ProblemNotice';
import { beginSession } from '../lib/api/session';
import { signIn } from '../lib/api/signIn';

/** Signs in with a token. */
export function TokenForm() {
  const [text, setText] = useState('');
  const client = useQueryClient();
  const begin = useMutation({
    mutationFn: beginSession,
    onSuccess: () => {
      signIn.done();
      return client.invalidateQueries();
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        begin.mutate(text.trim());
      }}
    >
      <Text size="sm" mb="sm">
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
