// Sends records with clients of Loki for JavaScript: loki.mjs WAY SERVICE.
import { once } from "node:events";
import pino from "pino";
import pinoLoki from "pino-loki";
import winston from "winston";
import LokiTransport from "winston-loki";

const [way, service] = process.argv.slice(2);
const host = process.env.WINNOW_URL;
const labels = { service_name: service };
const records = Number(process.env.RECORDS);

async function sendWithPino() {
  const out = await pinoLoki({
    host,
    labels,
    batching: { interval: 1 },
    structuredMetaKey: "metadata",
    levelMap: { 50: "error" },
  });
  const logger = pino({}, out);
  for (let number = 0; number < records; number++) {
    logger.error({ metadata: { order: String(number) } }, `order ${number} failed`);
  }
  const closed = once(out, "close");
  out.end();
  await closed;
}

async function sendWithWinston() {
  const out = new LokiTransport({
    host,
    labels,
    json: way === "winston-loki-json",
    useWinstonMetaAsLabels: false,
    format: winston.format((info) => {
      info.labels = { order: String(info.order % 2) };
      return info;
    })(),
  });
  const logger = winston.createLogger({ transports: [out] });
  for (let number = 0; number < records; number++) {
    logger.error(`order ${number} failed`, { order: number });
  }
  await out.flush();
  out.close();
}

await (way.startsWith("pino") ? sendWithPino() : sendWithWinston());
