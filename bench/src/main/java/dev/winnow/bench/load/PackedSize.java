package dev.winnow.bench.load;

import dev.winnow.bench.traffic.PooledRequest.Times;
import dev.winnow.bench.traffic.Traffic;
import dev.winnow.formats.jsonlines.JsonLine;
import dev.winnow.formats.otlp.DecodeLimits;
import dev.winnow.formats.otlp.OtlpProtobufDecoder;
import dev.winnow.generator.incident.Schedule;
import dev.winnow.generator.shop.Shop;
import dev.winnow.generator.traffic.Cast;
import dev.winnow.generator.traffic.Pace;
import dev.winnow.generator.traffic.TrafficConfig;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What a record takes on disk as it was loaded, and after its part was rewritten, beside its JSON;
 * and how long that takes, and some questions before and after. Prints one figure a line as {@code
 * name value}.
 *
 * <p>Arguments: {@code directory} ({@code packed-size}, to be empty or missing), {@code records}
 * (1,000,000), {@code batch} (1,000 records), {@code rate} (100,000 records a second by their
 * times), {@code traffic} ({@code invented}, or {@code generated} for that of {@code winnow
 * generate}), {@code facet} (a field that its records have).
 */
final class PackedSize {
  private static final long NANOS_PER_SECOND = 1_000_000_000L;
  private static final long START = 1_790_000_000L * NANOS_PER_SECOND;
  private static final String TENANT = "default";
  private static final int QUESTIONS = 5;

  /** Gives the records of one request after the other. */
  private interface Requests {
    List<LogRecord> next(int records);
  }

  private final LogStore store;
  private final String facet;

  private PackedSize(LogStore store, String facet) {
    this.store = store;
    this.facet = facet;
  }

  /** Runs it. */
  public static void main(String[] args) {
    Arguments options = new Arguments(args);
    Path directory = Path.of(options.text("directory", "packed-size"));
    long records = options.number("records", 1_000_000);
    int batch = (int) options.number("batch", 1_000);
    long rate = options.number("rate", 100_000);
    boolean isGenerated = options.text("traffic", "invented").equals("generated");
    String facet = options.text("facet", "attributes.tenant.id");
    options.end();
    Requests requests = isGenerated ? generated(rate) : invented(batch, rate);
    try (DuckDbLogStore store =
        DuckDbLogStore.open(directory, InstantSource.system(), StoreSettings.DEFAULT)) {
      PackedSize size = new PackedSize(store, facet);
      double json = size.append(records / batch, batch, requests);
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

  private static Requests invented(int batch, long rate) {
    Traffic traffic = new Traffic(new Traffic.Shape(17, batch, 64, false));
    OtlpProtobufDecoder decoder = new OtlpProtobufDecoder(DecodeLimits.DEFAULT);
    long step = NANOS_PER_SECOND / rate;
    AtomicLong number = new AtomicLong();
    return records -> {
      long next = number.getAndIncrement();
      byte[] request = traffic.request(next, new Times(START + next * batch * step, step));
      return decoder.decode(request, 0, request.length).records();
    };
  }

  private static Requests generated(long rate) {
    Shop shop = Shop.read();
    TrafficConfig config =
        new TrafficConfig(
            TrafficConfig.DEFAULT_SEED,
            Pace.steady((int) Math.min(rate, Pace.FASTEST)),
            TrafficConfig.DEFAULT_ERROR_SHARE,
            Cast.everybody(shop),
            Schedule.NONE);
    dev.winnow.generator.traffic.Traffic traffic =
        new dev.winnow.generator.traffic.Traffic(shop, config, START, label -> {});
    return records -> {
      List<LogRecord> batch = new ArrayList<>(records);
      traffic.until(Long.MAX_VALUE, records, (record, statement) -> batch.add(record));
      return batch;
    };
  }

  /** Appends, and tells the mean bytes of a record as a line of JSON. */
  private double append(long batches, int batch, Requests requests) {
    long json = 0;
    long lines = 0;
    for (long number = 0; number < batches; number++) {
      List<LogRecord> records = requests.next(batch);
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
    time(state + "_facet_ms", () -> facet(all));
    time(state + "_absent_word_ms", () -> search(all.containing("nosuchword")));
    time(state + "_common_word_ms", () -> search(all.containing("order")));
    Predicate absent = new Equals(Field.of("trace_id"), AnyValue.of("f".repeat(32)));
    time(state + "_absent_trace_ms", () -> search(all.where(absent)));
  }

  private void facet(Selection selection) {
    Facet values = store.reader().facet(new FacetQuery(selection, Field.of(facet), 20));
    if (values.values().isEmpty()) {
      throw new IllegalStateException("no values of " + facet);
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
