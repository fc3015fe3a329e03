// @vitest-environment node
import { readFileSync } from 'node:fs';
import openapiTS, { astToString } from 'openapi-typescript';
import { expect, test } from 'vitest';

test('the types are those of the description; npm run describe makes them', async () => {
  const description = JSON.parse(readFileSync('openapi.json', 'utf8')) as object;
  const types = await openapiTS(description as Parameters<typeof openapiTS>[0]);
  expect(astToString(types)).toBe(readFileSync('src/lib/api/schema.d.ts', 'utf8'));
});
