import { Button, Group, Modal, PasswordInput, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, useSyncExternalStore } from 'react';
import { ProblemNotice } from '../components/ProblemNotice';
import { beginSession } from '../lib/api/session';
import { signIn } from '../lib/api/signIn';

/** Asks for a token when the server wants one, above the page, which keeps what was typed in it. */
export function SignInDialog() {
  const isWanted = useSyncExternalStore(signIn.subscribe, signIn.isWanted);
  return (
    <Modal opened={isWanted} onClose={signIn.done} title="Sign in with a token">
      <TokenForm />
    </Modal>
  );
}

function TokenForm() {
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
        This Winnow answers only to those it knows; or your session has ended. Whoever runs it makes
        a token by: winnow token create
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
