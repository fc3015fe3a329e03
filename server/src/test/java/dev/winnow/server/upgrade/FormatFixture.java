package dev.winnow.server.upgrade;

import dev.winnow.core.predicate.PredicateText;
import dev.winnow.kernel.record.Attributes;
import dev.winnow.kernel.record.LogRecord;
import dev.winnow.kernel.record.Resource;
import dev.winnow.kernel.record.SeverityNumber;
import dev.winnow.pipeline.Pipeline;
import dev.winnow.pipeline.PipelineConfig;
import dev.winnow.pipeline.Receipt;
import dev.winnow.pipeline.Submission;
import dev.winnow.server.data.DataDirectory;
import dev.winnow.server.files.SampleCheckpoints;
import dev.winnow.server.settings.Administration;
import dev.winnow.storage.control.AuditEntry.Actor;
import dev.winnow.storage.control.ControlStore;
import dev.winnow.storage.control.QueryUsage;
import dev.winnow.storage.control.RetentionClass;
import dev.winnow.storage.control.RetentionRule;
import dev.winnow.storage.control.Role;
import dev.winnow.storage.duckdb.DuckDbLogStore;
import dev.winnow.storage.duckdb.StoreSettings;
import dev.winnow.storage.sqlite.SqliteControlStore;
import dev.winnow.storage.testkit.MovableClock;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Writes a small data directory in the present format to a file: all that a store may hold, with
 * the last batches in the log only, as after a process that was killed.
 */
final class FormatFixture {
  private static final Instant FIRST_DAY = Instant.parse("2026-11-19T09:00:00Z");

  /** Of the pipeline; that of the store stands still, so that it seals nothing by itself. */
  private final MovableClock clock = new MovableClock(FIRST_DAY);

  @TempDir private Path directory;

  @Test
  void writesTheDirectory() throws IOException {
    try (DataDirectory data = DataDirectory.open(directory);
        ControlStore control = SqliteControlStore.open(data.controlFile(), FIRST_DAY)) {
      settings(control);
      SampleCheckpoints.save(data.checkpointFile(), "/var/log/shop.log", 4711);
      records(data, control, this::packedDay);
      records(data, control, this::nextDay);
      records(data, control, this::thirdDay);
      records(data, control, this::lastBatches);
    }
  }

  private void settings(ControlStore control) {
    Administration administration = Administration.of(control, clock, new Random(1));
    Actor admin = Actor.LOCAL;
    administration.tokens().create(admin, "acme", "writer", Role.EDITOR, null);
    String revoked =
        administration.tokens().create(admin, "globex", "leaked", Role.ADMIN, null).token().id();
    administration.tokens().revoke(admin, "globex", revoked);
    RetentionRule logins = new RetentionRule("acme", PredicateText.parse("service = login"));
    administration
        .retention()
        .put(
            admin, new RetentionClass("audit", 5, Duration.ofDays(400), 1L << 30, List.of(logins)));
    administration.savedViews().create(admin, "acme", "refusals", "{\"q\":\"refused\"}");
    control
        .queryUsage()
        .add(
            "acme",
            List.of(new QueryUsage(QueryUsage.Subject.FIELD, "service_name", 3, FIRST_DAY)));
  }

  /** What is done while a store is open; returns whether it is killed rather than closed. */
  private interface Work {
    boolean on(DuckDbLogStore store, Pipeline pipeline);
  }

  private void records(DataDirectory data, ControlStore control, Work work) throws IOException {
    DuckDbLogStore store =
        DuckDbLogStore.open(data.recordsDirectory(), () -> FIRST_DAY, StoreSettings.DEFAULT);
    try (store) {
      Pipeline pipeline =
          new Pipeline(
              store,
              PipelineConfig.of(1, 64 << 20),
              (tenant, record, template) ->
                  control.retentionClasses().classes().classOf(tenant, record, "").name(),
              clock);
      if (work.on(store, pipeline)) {
        zip();
      } else {
        pipeline.close();
      }
    }
  }

  private boolean packedDay(DuckDbLogStore store, Pipeline pipeline) {
    accept(pipeline, "acme", "acme-1", orders(0, 40));
    accept(pipeline, "acme", "acme-2", logins("alice"));
    accept(pipeline, "globex", "globex-1", searches(0, 25));
    store.pack();
    return false;
  }

  private boolean nextDay(DuckDbLogStore store, Pipeline pipeline) {
    clock.advance(Duration.ofDays(1));
    List<LogRecord> refusals =
        records(30, i -> record("payment", SeverityNumber.ERROR, "card " + i + " refused").build());
    Receipt _ = pipeline.accept(new Submission("acme", "loki", "acme-3", refusals, 3, 1000));
    accept(pipeline, "acme", "acme-4", logins("bob", "carol", "dave"));
    return false;
  }

  private boolean thirdDay(DuckDbLogStore store, Pipeline pipeline) {
    clock.advance(Duration.ofDays(1));
    accept(pipeline, "acme", "acme-5", orders(40, 20));
    accept(pipeline, "acme", "acme-1", orders(0, 40));
    return false;
  }

  private boolean lastBatches(DuckDbLogStore store, Pipeline pipeline) {
    clock.advance(Duration.ofHours(1));
    accept(pipeline, "acme", "acme-6", orders(60, 7));
    accept(pipeline, "globex", "globex-2", searches(25, 5));
    return true;
  }

  private static void accept(
      Pipeline pipeline, String tenantId, String identity, List<LogRecord> records) {
    Receipt _ = pipeline.accept(new Submission(tenantId, "otlp_http", identity, records, 0, 1000));
  }

  private List<LogRecord> orders(int from, int count) {
    return records(
        count,
        i -> {
          int order = from + i;
          return record("checkout", SeverityNumber.INFO, "order " + order + " paid")
              .traceId("%032x".formatted(order + 1))
              .attributes(
                  Attributes.builder()
                      .put("order.id", order)
                      .put("customer", "c" + order % 3)
                      .put("amount", order / 4.0)
                      .put("express", order % 2 == 0)
                      .build())
              .build();
        });
  }

  private List<LogRecord> logins(String... users) {
    return Stream.of(users)
        .map(user -> record("login", SeverityNumber.WARN, "session opened for user " + user))
        .map(LogRecord.Builder::build)
        .toList();
  }

  private List<LogRecord> searches(int from, int count) {
    return records(
        count,
        i ->
            record("search", SeverityNumber.DEBUG, "query " + (from + i) + " took " + i + "ms")
                .build());
  }

  private static List<LogRecord> records(int count, IntFunction<LogRecord> record) {
    return IntStream.range(0, count).mapToObj(record).toList();
  }

  private LogRecord.Builder record(String service, SeverityNumber severity, String body) {
    return LogRecord.builder()
        .timestamp(clock.instant().getEpochSecond() * 1_000_000_000L)
        .severityNumber(severity)
        .severityText(severity.name())
        .resource(Resource.ofService(service))
        .body(body);
  }

  private void zip() throws IOException {
    String format = Files.readString(directory.resolve("format")).strip();
    Path target = Path.of("target", "format-" + format + ".zip");
    Files.createDirectories(target.getParent());
    try (OutputStream file = Files.newOutputStream(target);
        ZipOutputStream zip = new ZipOutputStream(file);
        Stream<Path> all = Files.walk(directory)) {
      for (Path each : all.filter(Files::isRegularFile).sorted().toList()) {
        zip.putNextEntry(new ZipEntry(directory.relativize(each).toString()));
        Files.copy(each, zip);
        zip.closeEntry();
      }
    }
  }
}
