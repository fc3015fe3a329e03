package dev.winnow.bench.fuzz;

import dev.winnow.bench.ForgetfulStore;
import dev.winnow.formats.jsonlines.JsonLines;
import dev.winnow.formats.jsonlines.JsonLinesDecoder;
import dev.winnow.formats.otlp.DecodeLimits;
import dev.winnow.formats.otlp.LogsRequest;
import dev.winnow.formats.otlp.OtlpProtobufDecoder;
import dev.winnow.kernel.record.LogRecord;
import dev.winnow.pipeline.Pipeline;
import dev.winnow.pipeline.PipelineConfig;
import dev.winnow.pipeline.Submission;
import java.time.Instant;
import java.util.List;

/** Decodes a request and gives it to a pipeline, whose ledger must stay balanced. */
final class PipelineReader {
  private static final Instant NOW = Instant.ofEpochSecond(1_795_255_200);
  private static final long MEMORY = 2L << 30;

  private final Pipeline pipeline =
      new Pipeline(
          new ForgetfulStore(),
          PipelineConfig.of(1, MEMORY),
          (tenantId, record, templateId) -> "default",
          () -> NOW);

  private PipelineReader() {}

  static Subject.Reader otlp() {
    PipelineReader reader = new PipelineReader();
    OtlpProtobufDecoder decoder = new OtlpProtobufDecoder(DecodeLimits.DEFAULT);
    return input -> {
      LogsRequest request = decoder.decode(input, 0, input.length);
      reader.accept(request.records(), request.rejectedLogRecords(), input.length);
    };
  }

  static Subject.Reader jsonLines() {
    PipelineReader reader = new PipelineReader();
    JsonLinesDecoder decoder =
        new JsonLinesDecoder(DecodeLimits.DEFAULT.records(), DecodeLimits.DEFAULT.values());
    return input -> {
      int bytes = input.length;
      JsonLines lines = decoder.decode(input, NOW);
      reader.accept(lines.records(), lines.malformed(), bytes);
    };
  }

  private void accept(List<LogRecord> records, long invalid, int bytes) {
    pipeline.accept(new Submission("fuzz", "otlp_http", "", records, invalid, bytes));
    if (!pipeline.balance().isBalanced()) {
      throw new IllegalStateException("the ledger is out of balance: " + pipeline.balance());
    }
  }
}
