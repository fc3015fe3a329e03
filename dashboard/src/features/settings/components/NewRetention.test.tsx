import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { createQueryClient } from '../../../lib/api/queries';
import { RetentionPanel } from './RetentionPanel';

const DEFAULT = {
  name: 'default',
  position: 2147483647,
  max_age: '30d',
  max_bytes: null,
  rules: [],
};
const AUDIT = {
  name: 'audit',
  position: 4,
  max_age: '1y',
  max_bytes: null,
  rules: [{ tenant_id: null, where: 'service = audit' }],
};

function show(refusal?: object) {
  const asked: [method: string, path: string, body: unknown][] = [];
  vi.stubGlobal('fetch', async (request: Request) => {
    const { pathname } = new URL(request.url);
    if (request.method === 'GET') return Response.json({ retention_classes: [AUDIT, DEFAULT] });
    asked.push([request.method, pathname, request.method === 'PUT' ? await request.json() : null]);
    if (refusal) return Response.json(refusal, { status: 422 });
    return request.method === 'PUT' ? Response.json(AUDIT) : new Response(null, { status: 204 });
  });
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={createQueryClient()}>
        <RetentionPanel />
      </QueryClientProvider>
    </MantineProvider>,
  );
  return asked;
}

async function fill() {
  await userEvent.type(await screen.findByLabelText('New class'), 'debug');
  await userEvent.type(screen.getByLabelText('For records that meet'), 'level = debug');
  await userEvent.type(screen.getByLabelText('Kept for'), '3d');
  await userEvent.type(screen.getByLabelText('At most'), '2 GB{Enter}');
}

afterEach(() => vi.unstubAllGlobals());

test('a class is made behind the others', async () => {
  const asked = show();
  await fill();
  await vi.waitFor(() => expect(screen.getByLabelText('New class')).toHaveValue(''));
  expect(asked).toEqual([
    [
      'PUT',
      '/api/v1/retention_classes/debug',
      {
        position: 5,
        max_age: '3d',
        max_bytes: 2_000_000_000,
        rules: [{ tenant_id: null, where: 'level = debug' }],
      },
    ],
  ]);
});

test('what was typed stays when the server refuses, and a name is not taken twice', async () => {
  show({ title: 'invalid', detail: 'no such field', code: 'invalid_predicate' });
  await fill();
  expect(await screen.findByRole('alert')).toHaveTextContent('No such field');
  expect(screen.getByLabelText('For records that meet')).toHaveValue('level = debug');
  await userEvent.clear(screen.getByLabelText('New class'));
  await userEvent.type(screen.getByLabelText('New class'), 'audit');
  expect(screen.getByRole('button', { name: 'Make it' })).toBeDisabled();
});

test('a class can be removed, but default cannot', async () => {
  const asked = show();
  await userEvent.click(await screen.findByRole('button', { name: 'Remove the class audit' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Remove' }));
  await vi.waitFor(() =>
    expect(asked).toEqual([['DELETE', '/api/v1/retention_classes/audit', null]]),
  );
  expect(screen.queryByRole('button', { name: 'Remove the class default' })).toBeNull();
});
