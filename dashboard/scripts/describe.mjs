// Writes the types of the API: of the description in openapi.json, after fetching that from the server
// at WINNOW_URL, if it is given.
import { readFileSync, writeFileSync } from 'node:fs';
import openapiTS, { astToString } from 'openapi-typescript';

const server = process.env.WINNOW_URL;
if (server) {
  const answer = await fetch(`${server}/openapi?format=json`);
  if (!answer.ok) throw new Error(`${server} answered ${answer.status}`);
  writeFileSync('openapi.json', `${JSON.stringify(await answer.json(), null, 2)}\n`);
}
const types = await openapiTS(JSON.parse(readFileSync('openapi.json', 'utf8')));
writeFileSync('src/lib/api/schema.d.ts', astToString(types));
