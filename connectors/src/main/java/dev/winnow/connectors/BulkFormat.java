package dev.winnow.connectors;

import dev.winnow.formats.bulk.BulkEncoder;
import dev.winnow.kernel.json.JsonScanner;
import dev.winnow.kernel.record.AnyValue;
import dev.winnow.kernel.record.AnyValueJson;
import dev.winnow.kernel.record.LogRecord;
import java.util.List;

/** The bulk API of Elasticsearch. */
final class BulkFormat implements WireFormat {
  /** A data stream for which Elasticsearch has a template from its start. */
  private static final String INDEX = "logs-generic-default";

  private final BulkEncoder encoder = new BulkEncoder(INDEX);

  @Override
  public String path() {
    return "/_bulk";
  }

  @Override
  public String contentType() {
    return "application/x-ndjson";
  }

  @Override
  public byte[] encode(List<LogRecord> records) {
    return encoder.encode(records);
  }

  @Override
  public Answer read(byte[] body) {
    JsonScanner json = new JsonScanner().reset(body, 0, body.length);
    AnyValue answer = AnyValueJson.read(json);
    long refused = json.fault() == null ? BulkEncoder.refused(answer) : 0;
    return refused == 0 ? Answer.ALL_TAKEN : new Answer(refused, "documents were refused");
  }
}
