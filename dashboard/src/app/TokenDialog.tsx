import { Button, Group, Modal, PasswordInput, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState, useSyncExternalStore } from 'react';
import { tokenStore } from '../lib/api/token';

/** Asks for a token when the server wants one, above the page, which keeps what was typed in it. */
export function TokenDialog() {
  const { token, isWanted } = useSyncExternalStore(tokenStore.subscribe, tokenStore.current);
  return (
    <Modal opened={isWanted} onClose={tokenStore.dismiss} title="This Winnow needs a token">
      <TokenForm isRefused={token !== null} />
    </Modal>
  );
}

function TokenForm({ isRefused }: { readonly isRefused: boolean }) {
  const [text, setText] = useState('');
  const client = useQueryClient();
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        tokenStore.set(text.trim());
        void client.resetQueries();
      }}
    >
      <Text size="sm" mb="sm">
        {isRefused
          ? 'The token that this browser has is not valid any more: it has expired, or was revoked.'
          : 'Whoever runs it makes one by: winnow token create'}
      </Text>
      <PasswordInput
        label="Token"
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        data-autofocus
      />
      <Group justify="flex-end" mt="md">
        <Button type="submit" size="xs" disabled={text.trim() === ''}>
          Use this token
        </Button>
      </Group>
    </form>
  );
}
