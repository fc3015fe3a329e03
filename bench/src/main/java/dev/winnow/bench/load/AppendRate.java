package dev.winnow.bench.load;

import dev.winnow.bench.traffic.PooledRequest.Times;
import dev.winnow.bench.traffic.Traffic;
import dev.winnow.formats.otlp.DecodeLimits;
import dev.winnow.formats.otlp.LogsRequest;
import dev.winnow.formats.otlp.OtlpProtobufDecoder;
import dev.winnow.kernel.hash.Hash64;
import dev.winnow.kernel.record.LogRecord;
import dev.winnow.kernel.record.SeverityNumber;
import dev.winnow.storage.Batch;
import dev.winnow.storage.CountDelta;
import dev.winnow.storage.CountQuery;
import dev.winnow.storage.KeptRecord;
import dev.winnow.storage.LogStore;
import dev.winnow.storage.Partition;
import dev.winnow.storage.Sampling;
import dev.winnow.storage.Segment;
import dev.winnow.storage.Selection;
import dev.winnow.storage.duckdb.DuckDbLogStore;
import dev.winnow.storage.duckdb.StoreSettings;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How many records a second the store takes in by itself, how long an append takes, and what a
 * record takes on disk. Prints one figure a line as {@code name value}.
 *
 * <p>Arguments: {@code directory} ({@code append-rate}, to be empty or missing), {@code records}
 * (2,000,000), {@code threads} (4), {@code batch} (1,000 records).
 */
final class AppendRate {
  private static final Times TIMES = new Times(1_790_000_000_000_000_000L, 1_000_000);
  private static final long NANOS_PER_MINUTE = 60_000_000_000L;
  private static final String TENANT = "default";

  private final Traffic traffic;
  private final LogStore store;
  private final long batches;
  private final AtomicLong next = new AtomicLong();
  private final long[] nanos;

  private AppendRate(Traffic traffic, LogStore store, long batches) {
    this.traffic = traffic;
    this.store = store;
    this.batches = batches;
    nanos = new long[Math.toIntExact(batches)];
  }

  /** Appends and prints. */
  public static void main(String[] arguments) throws InterruptedException {
    Arguments options = new Arguments(arguments);
    Path directory = Path.of(options.text("directory", "append-rate"));
    long records = options.number("records", 2_000_000);
    int threads = (int) options.number("threads", 4);
    int batch = (int) options.number("batch", 1_000);
    options.end();
    Traffic traffic = new Traffic(new Traffic.Shape(17, batch, 64, false));
    try (LogStore store =
        DuckDbLogStore.open(directory, InstantSource.system(), StoreSettings.DEFAULT)) {
      new AppendRate(traffic, store, records / batch).measure(threads);
    }
  }

  private void measure(int threads) throws InterruptedException {
    long cpu = cpuNanos();
    long start = System.nanoTime();
    List<Thread> appending = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      appending.add(Thread.ofPlatform().start(this::append));
    }
    for (Thread thread : appending) {
      thread.join();
    }
    double appended = (System.nanoTime() - start) / 1e9;
    long stored =
        store.reader().counts(CountQuery.total(Selection.all(TENANT))).getFirst().records();
    double visible = (System.nanoTime() - start) / 1e9;
    Arrays.sort(nanos);
    print("appended_records_per_second", stored / appended);
    print("queryable_records_per_second", stored / visible);
    print("cpu_microseconds_per_record", (cpuNanos() - cpu) / 1e3 / stored);
    print("append_ms_p50", nanos[nanos.length / 2] / 1e6);
    print("append_ms_p99", nanos[(int) (nanos.length * 0.99)] / 1e6);
    print("append_ms_max", nanos[nanos.length - 1] / 1e6);
    long bytes = store.segmentStore().segments().stream().mapToLong(Segment::bytes).sum();
    print("bytes_per_record_not_rewritten", (double) bytes / stored);
  }

  private static void print(String name, double value) {
    System.out.printf(Locale.ROOT, "%s %.1f%n", name, value);
  }

  private static long cpuNanos() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  /** Makes batches and appends them, of which only the appending is timed. */
  private void append() {
    OtlpProtobufDecoder decoder = new OtlpProtobufDecoder(DecodeLimits.DEFAULT);
    for (long number = next.getAndIncrement(); number < batches; number = next.getAndIncrement()) {
      byte[] request = traffic.request(number, TIMES);
      LogsRequest decoded = decoder.decode(request, 0, request.length);
      Batch batch = batch(decoded.records());
      long start = System.nanoTime();
      store.writer().append(batch);
      nanos[(int) number] = System.nanoTime() - start;
    }
  }

  static Batch batch(List<LogRecord> records) {
    List<KeptRecord> kept = new ArrayList<>(records.size());
    record Key(long templateId, String serviceName, SeverityNumber severity, long minute) {}
    Map<Key, Long> counts = new HashMap<>();
    for (LogRecord record : records) {
      byte[] scope = record.scope().name().getBytes(StandardCharsets.UTF_8);
      long templateId = Hash64.of(scope, 0, scope.length, record.severityNumber().number());
      kept.add(new KeptRecord(record, templateId, false, Sampling.NO_POLICY, 700));
      Key key =
          new Key(
              templateId,
              record.serviceName(),
              record.severityNumber(),
              record.time() / NANOS_PER_MINUTE);
      counts.merge(key, 1L, Long::sum);
    }
    List<CountDelta> deltas = new ArrayList<>(counts.size());
    counts.forEach((key, count) ->
        deltas.add(
            new CountDelta(
                key.templateId, key.serviceName, key.severity, key.minute, count, 700 * count)));
    Partition today = new Partition(LocalDate.now(ZoneOffset.UTC), "default");
    return new Batch("", today, TENANT, "otlp_http", kept, deltas, List.of(), List.of());
  }
}
