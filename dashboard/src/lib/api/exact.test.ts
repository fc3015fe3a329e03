import { afterEach, describe, expect, test, vi } from 'vitest';
import { answer, api } from './client';
import { exact, parseExactly, writeExactly } from './exact';

const ID = 12345678901234567890n;

/** JSON as browsers have it and Node.js 20 has it not: for texts of which each value is a scalar. */
function browserJson() {
  const { parse } = JSON;
  vi.spyOn(JSON, 'parse').mockImplementation((text: string, reviver?: unknown) => {
    if (typeof reviver !== 'function') return parse(text) as unknown;
    const sources = text.match(/-?\d[\d.eE+-]*(?=[,\]}\s]|$)/g) ?? [];
    let at = 0;
    return parse(text, (key: string, value: unknown) => {
      const source = typeof value === 'number' ? sources[at++] : undefined;
      return (reviver as (...told: unknown[]) => unknown)(key, value, { source });
    }) as unknown;
  });
}

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

test('keeps whole numbers that would be rounded, and no others', () => {
  expect(exact(Number(ID), String(ID))).toBe(ID);
  expect(exact(9007199254740992, '9007199254740993')).toBe(9007199254740993n);
  expect(exact(-9007199254740992, '-9007199254740993')).toBe(-9007199254740993n);
  expect(exact(9007199254740991, '9007199254740991')).toBe(9007199254740991);
  expect(exact(1e300, '1e300')).toBe(1e300);
  expect(exact(0.1, '0.1000000000000000055511151231257827')).toBe(0.1);
  expect(exact(Number(ID), undefined)).toBe(Number(ID));
});

describe('a text', () => {
  test('is read to the last digit', () => {
    browserJson();
    expect(parseExactly('{"id": 12345678901234567890, "port": 80}')).toEqual({ id: ID, port: 80 });
    expect(parseExactly('[-9223372036854775808,1]')).toEqual([-9223372036854775808n, 1]);
    expect(parseExactly('12345678901234567890')).toBe(ID);
  });

  test('is written as it was read', () => {
    vi.stubGlobal('JSON', Object.assign(Object.create(JSON) as JSON, { rawJSON: Number }));
    expect(writeExactly({ a: [2n ** 53n] })).toBe('{"a":[9007199254740992]}');
  });
});

test('records come with all their digits, counts as numbers', async () => {
  browserJson();
  const body = '{"logs":[{"id":"a","attributes":{"account":12345678901234567890}}]}';
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(body)));
  const page = await answer(api.GET('/api/logs'));
  expect(page.logs[0]?.attributes).toEqual({ account: ID });
  const quota = '{"quotas":[{"max_bytes":9223372036854775807}]}';
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(quota)));
  const { quotas } = await answer(api.GET('/api/v1/quotas'));
  expect(typeof quotas[0]?.max_bytes).toBe('number');
});
