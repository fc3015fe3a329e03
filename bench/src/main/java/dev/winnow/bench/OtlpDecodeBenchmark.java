package dev.winnow.bench;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.winnow.bench.traffic.PooledRequest.Times;
import dev.winnow.bench.traffic.Traffic;
import dev.winnow.formats.otlp.DecodeLimits;
import dev.winnow.formats.otlp.LogsRequest;
import dev.winnow.formats.otlp.OtlpProtobufDecoder;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
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

/** From the bytes of a request to records; an operation is one record with 24 fields. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@OperationsPerInvocation(OtlpDecodeBenchmark.RECORDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "-XX:+UseSerialGC")
@State(Scope.Thread)
public class OtlpDecodeBenchmark {
  static final int RECORDS = 500;

  /** So many that ids, which never come again in practice, are not remembered here either. */
  private static final int REQUESTS = 64;

  private static final Times TIMES = new Times(1_790_000_000_000_000_000L, 1_000_000);

  private final byte[][] requests = new byte[REQUESTS][];
  private int next;
  private final OtlpProtobufDecoder protobufDecoder = new OtlpProtobufDecoder(DecodeLimits.DEFAULT);

  /** Makes the requests. */
  @Setup
  public void encode() {
    Traffic traffic = new Traffic(new Traffic.Shape(17, RECORDS, REQUESTS, false));
    for (int i = 0; i < REQUESTS; i++) {
      requests[i] = traffic.request(i, TIMES);
    }
  }

  private byte[] request() {
    next = (next + 1) % REQUESTS;
    return requests[next];
  }

  /** Protobuf to records. */
  @Benchmark
  public LogsRequest protobuf() {
    byte[] request = request();
    return protobufDecoder.decode(request, 0, request.length);
  }

  /** Protobuf to the classes that its compiler generates, whose texts are not read yet. */
  @Benchmark
  public ExportLogsServiceRequest generatedClasses() throws InvalidProtocolBufferException {
    return ExportLogsServiceRequest.parseFrom(request());
  }
}
