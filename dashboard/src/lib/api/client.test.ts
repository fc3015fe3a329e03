import { afterEach, expect, test, vi } from 'vitest';
import { api } from './client';

afterEach(() => vi.unstubAllGlobals());

test('the length that is told of an answer with records is that of its bytes', async () => {
  const body = '{"logs":[{"id":"a","message":"bezahlt: 5 €"}]}';
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(body)));
  const { data, response } = await api.GET('/api/logs');
  expect(data?.logs[0]?.message).toBe('bezahlt: 5 €');
  expect(response.headers.get('Content-Length')).toBe(String(new Blob([body]).size));
});
