package dev.winnow.bench;

import dev.winnow.bench.traffic.PooledRequest.Times;
import dev.winnow.bench.traffic.Traffic;
import dev.winnow.formats.otlp.DecodeLimits;
import dev.winnow.formats.otlp.OtlpProtobufDecoder;
import dev.winnow.kernel.record.LogRecord;
import dev.winnow.kernel.record.SeverityNumber;
import dev.winnow.pipeline.Pipeline;
import dev.winnow.pipeline.PipelineConfig;
import dev.winnow.pipeline.Receipt;
import dev.winnow.pipeline.Submission;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** From decoded records to a batch that a store could append; an operation is one record. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@OperationsPerInvocation(PipelineBenchmark.RECORDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "-XX:+UseSerialGC")
@State(Scope.Thread)
public class PipelineBenchmark {
  static final int RECORDS = 500;
  private static final int REQUESTS = 64;
  private static final Instant NOW = Instant.ofEpochSecond(1_790_000_100);
  private static final Times TIMES = new Times(1_790_000_000_000_000_000L, 1_000_000);

  private final List<Submission> complete = new ArrayList<>();
  private final List<Submission> bare = new ArrayList<>();
  private Pipeline pipeline;
  private int next;

  /** Makes the requests. */
  @Setup
  public void decode() {
    pipeline =
        new Pipeline(
            new ForgetfulStore(),
            PipelineConfig.of(1, 2L << 30),
            (tenantId, record, templateId) -> "default",
            () -> NOW);
    Traffic traffic = new Traffic(new Traffic.Shape(17, RECORDS, REQUESTS, false));
    OtlpProtobufDecoder decoder = new OtlpProtobufDecoder(DecodeLimits.DEFAULT);
    for (int i = 0; i < REQUESTS; i++) {
      byte[] request = traffic.request(i, TIMES);
      List<LogRecord> records = decoder.decode(request, 0, request.length).records();
      complete.add(submission(records, request.length));
      bare.add(submission(records.stream().map(PipelineBenchmark::bare).toList(), request.length));
    }
  }

  private static Submission submission(List<LogRecord> records, int bytes) {
    return new Submission("bench", "otlp_http", "", records, 0, bytes);
  }

  /** The record as an agent sends it that only reads files. */
  private static LogRecord bare(LogRecord record) {
    return record.toBuilder()
        .severityNumber(SeverityNumber.UNSPECIFIED)
        .severityText("")
        .timestamp(0)
        .build();
  }

  /** Records of SDKs, with severity, time, ids and attributes: 24 fields. */
  @Benchmark
  public Receipt complete() {
    return pipeline.accept(complete.get(next()));
  }

  /** The same without severity and time, which are looked for in their bodies. */
  @Benchmark
  public Receipt bare() {
    return pipeline.accept(bare.get(next()));
  }

  private int next() {
    next = (next + 1) % REQUESTS;
    return next;
  }
}
