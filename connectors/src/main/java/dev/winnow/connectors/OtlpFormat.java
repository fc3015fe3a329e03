package dev.winnow.connectors;

import dev.winnow.formats.otlp.OtlpForm;
import dev.winnow.formats.otlp.OtlpPartialSuccess;
import dev.winnow.formats.otlp.OtlpProtobufEncoder;
import dev.winnow.kernel.record.LogRecord;
import java.util.List;

/** OTLP over HTTP, in protobuf. */
final class OtlpFormat implements WireFormat {
  private final OtlpProtobufEncoder encoder = new OtlpProtobufEncoder();

  @Override
  public String path() {
    return "/v1/logs";
  }

  @Override
  public String contentType() {
    return OtlpForm.PROTOBUF.contentType();
  }

  @Override
  public byte[] encode(List<LogRecord> records) {
    return encoder.encode(records);
  }

  @Override
  public Answer read(byte[] body) {
    OtlpPartialSuccess said = OtlpPartialSuccess.decode(body);
    return new Answer(said.rejectedLogRecords(), said.errorMessage());
  }
}
