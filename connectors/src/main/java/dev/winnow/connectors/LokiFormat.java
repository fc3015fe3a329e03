package dev.winnow.connectors;

import dev.winnow.formats.loki.LokiJsonEncoder;
import dev.winnow.kernel.record.LogRecord;
import java.util.List;

/** The push of Loki, in JSON. */
final class LokiFormat implements WireFormat {
  @Override
  public String path() {
    return "/loki/api/v1/push";
  }

  @Override
  public String contentType() {
    return "application/json";
  }

  @Override
  public byte[] encode(List<LogRecord> records) {
    return LokiJsonEncoder.encode(records);
  }

  /** An answer of success says nothing more. */
  @Override
  public Answer read(byte[] body) {
    return Answer.ALL_TAKEN;
  }
}
