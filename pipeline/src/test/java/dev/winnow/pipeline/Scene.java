package dev.winnow.pipeline;

import dev.winnow.core.miner.MinerSettings;
import dev.winnow.kernel.record.AnyValue;
import dev.winnow.kernel.record.LogRecord;
import dev.winnow.kernel.record.Resource;
import dev.winnow.kernel.record.SeverityNumber;
import dev.winnow.storage.RecordQuery;
import dev.winnow.storage.Selection;
import dev.winnow.storage.StoredRecord;
import dev.winnow.storage.control.Quota;
import dev.winnow.storage.testkit.InMemoryLogStore;
import dev.winnow.storage.testkit.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/** A pipeline into a store in memory, at a moment that stands still. */
final class Scene {
  static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  static final long NOW_NANOS = NOW.getEpochSecond() * 1_000_000_000L;
  static final String TENANT = "acme";
  static final PipelineConfig CONFIG =
      new PipelineConfig(100_000, 64L << 20, Duration.ofSeconds(20), 2, 4, MinerSettings.DEFAULT);

  final MovableClock clock = new MovableClock(NOW);
  final InMemoryLogStore memory = new InMemoryLogStore(clock, 1_000_000);
  final UnreliableStore store = new UnreliableStore(memory);
  final QuotaMeters quotas;
  final Pipeline pipeline;

  Scene() {
    this(CONFIG, (tenantId, record, templateId) -> "default");
  }

  Scene(PipelineConfig config, RetentionChoice retention) {
    this(config, retention, List::of);
  }

  Scene(PipelineConfig config, RetentionChoice retention, Supplier<List<Quota>> quotas) {
    this.quotas = new QuotaMeters(quotas, store, clock);
    pipeline = new Pipeline(store, config, retention, this.quotas, clock);
  }

  static LogRecord text(String body) {
    return LogRecord.builder().body(body).build();
  }

  /** A record that states all that the pipeline would look for. */
  static LogRecord complete(String serviceName, String body) {
    return LogRecord.builder()
        .timestamp(NOW_NANOS - 1)
        .observedTimestamp(NOW_NANOS)
        .severityNumber(SeverityNumber.INFO)
        .severityText("INFO")
        .resource(Resource.ofService(serviceName))
        .body(AnyValue.of(body))
        .build();
  }

  static Submission submission(List<LogRecord> records) {
    return new Submission(TENANT, "test", "", records, 0, 100);
  }

  static Submission submission(String identity, List<LogRecord> records) {
    return new Submission(TENANT, "test", identity, records, 0, 100);
  }

  Receipt accept(LogRecord... records) {
    return pipeline.accept(submission(Arrays.asList(records)));
  }

  /** All records of the tenant, the oldest first. */
  List<StoredRecord> stored() {
    RecordQuery all =
        new RecordQuery(
            Selection.all(TENANT), RecordQuery.Order.OLDEST_FIRST, null, RecordQuery.MAX_LIMIT);
    return memory.reader().search(all);
  }

  /** The only record that is stored. */
  StoredRecord single() {
    List<StoredRecord> all = stored();
    if (all.size() != 1) {
      throw new AssertionError(all.size() + " records, expected one: " + all);
    }
    return all.get(0);
  }
}
