// Sends records with the OpenTelemetry SDK of JavaScript: send.mjs WAY SERVICE.
import { SeverityNumber } from "@opentelemetry/api-logs";
import { OTLPLogExporter as GrpcExporter } from "@opentelemetry/exporter-logs-otlp-grpc";
import { OTLPLogExporter as JsonExporter } from "@opentelemetry/exporter-logs-otlp-http";
import { OTLPLogExporter as ProtobufExporter } from "@opentelemetry/exporter-logs-otlp-proto";
import { resourceFromAttributes } from "@opentelemetry/resources";
import { BatchLogRecordProcessor, LoggerProvider } from "@opentelemetry/sdk-logs";

const [way, service] = process.argv.slice(2);
const compression = way.endsWith("-gzip") ? "gzip" : "none";

function exporter() {
  if (way.startsWith("grpc")) {
    return new GrpcExporter({ url: `http://${process.env.OTLP_GRPC_TARGET}`, compression });
  }
  const url = `${process.env.OTLP_HTTP_URL}/v1/logs`;
  return way.startsWith("json")
    ? new JsonExporter({ url, compression })
    : new ProtobufExporter({ url, compression });
}

const provider = new LoggerProvider({
  resource: resourceFromAttributes({ "service.name": service }),
  processors: [new BatchLogRecordProcessor({ exporter: exporter() })],
});
const logger = provider.getLogger("clients");
for (let number = 0; number < Number(process.env.RECORDS); number++) {
  logger.emit({
    severityNumber: SeverityNumber.ERROR,
    severityText: "ERROR",
    body: { order: number, message: `order ${number} failed` },
    attributes: { ratio: 0.5, empty: "", nested: { list: ["a", "", 1, true, null] } },
  });
}
await provider.shutdown();
