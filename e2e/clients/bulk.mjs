// Sends records with the client of Elasticsearch for JavaScript: bulk.mjs WAY SERVICE.
import { Client } from "@elastic/elasticsearch";

const [way, service] = process.argv.slice(2);
const records = Number(process.env.RECORDS);
const client = new Client({
  node: process.env.WINNOW_URL,
  compression: way.endsWith("-gzip"),
});

async function* documents() {
  for (let number = 0; number < records; number++) {
    yield {
      "@timestamp": new Date().toISOString(),
      message: `order ${number} failed`,
      "log.level": "error",
      service: { name: service },
      order: String(number),
    };
  }
}

const result = await client.helpers.bulk({
  datasource: documents(),
  onDocument: () => ({ index: { _index: "logs" } }),
  flushBytes: 5000,
});
await client.close();
if (result.successful !== records || result.failed !== 0) {
  throw new Error(JSON.stringify(result));
}
