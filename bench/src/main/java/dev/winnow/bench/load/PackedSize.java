package dev.winnow.bench.load;

import dev.winnow.bench.traffic.PooledRequest.Times;
import dev.winnow.bench.traffic.Traffic;
import dev.winnow.formats.jsonlines.JsonLine;
import dev.winnow.formats.otlp.DecodeLimits;
import dev.winnow.formats.otlp.OtlpProtobufDecoder;
import dev.winnow.kernel.predicate.Equals;
import dev.winnow.kernel.predicate.Field;
import dev.winnow.kernel.predicate.Predicate;
import dev.winnow.kernel.record.AnyValue;
import dev.winnow.kernel.record.LogRecord;
import dev.winnow.storage.Facet;
import dev.winnow.storage.FacetQuery;
import dev.winnow.storage.LogStore;
import dev.winnow.storage.RecordQuery;
import dev.winnow.storage.Segment;
import dev.winnow.storage.Selection;
import dev.winnow.storage.duckdb.DuckDbLogStore;
import dev.winnow.storage.duckdb.StoreSettings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;

/**
 * What a record takes on disk as it was loaded, and after its part was rewritten, beside its JSON;
 * and how long that takes, and some questions before and after. Prints one figure a line as {@code
 * name value}.
 *
 * <p>Arguments: {@code directory} ({@code packed-size}, to be empty or missing), {@code records}
 * (1,000,000), {@code batch} (1,000 records), {@code rate} (100,000 records a second by their
 * times).
 */
final class PackedSize {
  private static final long NANOS_PER_SECOND = 1_000_000_000L;
  private static final long START = 1_790_000_000L * NANOS_PER_SECOND;
  private static final String TENANT = "default";
  private static final int QUESTIONS = 5;

  private final LogStore store;

  private PackedSize(LogStore store) {
    this.store = store;
  }

  /** Runs it. */
  public static void main(String[] args) {
    Arguments options = new Arguments(args);
    Path directory = Path.of(options.text("directory", "packed-size"));
    long records = options.number("records", 1_000_000);
    int batch = (int) options.number("batch", 1_000);
    long rate = options.number("rate", 100_000);
    options.end();
    try (DuckDbLogStore store =
        DuckDbLogStore.open(directory, InstantSource.system(), StoreSettings.DEFAULT)) {
      PackedSize size = new PackedSize(store);
      double json = size.append(records / batch, batch, batch * NANOS_PER_SECOND / rate);
      double loaded = size.bytes();
      size.ask("loaded");
      long start = System.nanoTime();
      store.pack();
      double seconds = (System.nanoTime() - start) / 1e9;
      double packed = size.bytes();
      size.ask("packed");
      print("json_bytes_per_record", json);
      print("loaded_bytes_per_record", loaded);
      print("packed_bytes_per_record", packed);
      print("packed_percent_of_json", 100 * packed / json);
      print("packed_records_per_second", records / seconds);
    }
  }

  /** Appends, and tells the mean bytes of a record as a line of JSON. */
  private double append(long batches, int batch, long nanosPerBatch) {
    Traffic traffic = new Traffic(new Traffic.Shape(17, batch, 64, false));
    OtlpProtobufDecoder decoder = new OtlpProtobufDecoder(DecodeLimits.DEFAULT);
    long json = 0;
    long lines = 0;
    for (long number = 0; number < batches; number++) {
      Times times = new Times(START + number * nanosPerBatch, nanosPerBatch / batch);
      byte[] request = traffic.request(number, times);
      List<LogRecord> records = decoder.decode(request, 0, request.length).records();
      store.writer().append(AppendRate.batch(records));
      if (number % 100 == 0) {
        for (LogRecord record : records) {
          json += JsonLine.of(record).getBytes(StandardCharsets.UTF_8).length + 1;
          lines++;
        }
      }
    }
    return (double) json / lines;
  }

  private double bytes() {
    List<Segment> segments = store.segmentStore().segments();
    return (double) segments.stream().mapToLong(Segment::bytes).sum()
        / segments.stream().mapToLong(Segment::records).sum();
  }

  private void ask(String state) {
    Selection all = Selection.all(TENANT);
    time(state + "_facet_ms", () -> facet(all, "attributes.tenant.id"));
    time(state + "_absent_word_ms", () -> search(all.containing("nosuchword")));
    time(state + "_common_word_ms", () -> search(all.containing("order")));
    Predicate absent = new Equals(Field.of("trace_id"), AnyValue.of("f".repeat(32)));
    time(state + "_absent_trace_ms", () -> search(all.where(absent)));
  }

  private void facet(Selection selection, String field) {
    Facet facet = store.reader().facet(new FacetQuery(selection, Field.of(field), 20));
    if (facet.values().isEmpty()) {
      throw new IllegalStateException("no values of " + field);
    }
  }

  private void search(Selection selection) {
    store.reader().search(new RecordQuery(selection, RecordQuery.Order.NEWEST_FIRST, null, 100));
  }

  private static void time(String name, Runnable question) {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < QUESTIONS; i++) {
      long start = System.nanoTime();
      question.run();
      least = Math.min(least, System.nanoTime() - start);
    }
    print(name, least / 1e6);
  }

  private static void print(String name, double value) {
    System.out.printf(Locale.ROOT, "%s %.1f%n", name, value);
  }
}
