package dev.winnow.server.upgrade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.winnow.core.predicate.PredicateText;
import dev.winnow.kernel.ledger.Reason;
import dev.winnow.kernel.record.LogRecord;
import dev.winnow.kernel.record.Resource;
import dev.winnow.kernel.record.SeverityNumber;
import dev.winnow.pipeline.Pipeline;
import dev.winnow.pipeline.PipelineConfig;
import dev.winnow.pipeline.Receipt;
import dev.winnow.pipeline.Submission;
import dev.winnow.server.data.DataDirectory;
import dev.winnow.server.files.SampleCheckpoints;
import dev.winnow.storage.Count;
import dev.winnow.storage.CountQuery;
import dev.winnow.storage.CountQuery.Dimension;
import dev.winnow.storage.LedgerEntry;
import dev.winnow.storage.LogStore;
import dev.winnow.storage.RecordQuery;
import dev.winnow.storage.Segment;
import dev.winnow.storage.Selection;
import dev.winnow.storage.StoredRecord;
import dev.winnow.storage.StoredTemplate;
import dev.winnow.storage.TemplateStore;
import dev.winnow.storage.control.AuditLog.Numbered;
import dev.winnow.storage.control.ControlStore;
import dev.winnow.storage.control.QueryUsage;
import dev.winnow.storage.control.RetentionClass;
import dev.winnow.storage.control.RetentionRule;
import dev.winnow.storage.control.Role;
import dev.winnow.storage.control.SavedDocument;
import dev.winnow.storage.control.Tenant;
import dev.winnow.storage.control.Token;
import dev.winnow.storage.control.TokenSecret;
import dev.winnow.storage.duckdb.DuckDbLogStore;
import dev.winnow.storage.duckdb.StoreSettings;
import dev.winnow.storage.sqlite.SqliteControlStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Opens data directories of earlier formats, with all that they hold. */
final class FormatUpgradeTest {
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

  private static final Instant CREATED = Instant.parse("2026-11-19T09:00:00Z");
  private static final String SECRET = "wn_lPk64Ie89xXRgE8i0LuYMjQzgXrofuYkXHnahQ1gxP51OvxGj";

  /** The template that those of single users merged into. */
  private static final long SESSION = 7787658470375810903L;

  @TempDir private Path directory;

  @BeforeEach
  void unpack() throws IOException {
    FirstFormat.unpackInto(directory);
  }

  @Test
  void findsTheRecordsOfPartsAndLog() {
    try (LogStore store = open()) {
      List<StoredRecord> orders = search(store, "service = checkout", 100);
      assertThat(orders)
          .extracting(order -> order.kept().record().body().text())
          .containsExactlyElementsOf(
              IntStream.iterate(66, i -> i >= 0, i -> i - 1)
                  .mapToObj("order %d paid"::formatted)
                  .toList());
      assertThat(search(store, "attributes.order.id = 7 and attributes.express = false", 2))
          .singleElement()
          .satisfies(order -> {
            assertThat(order.id()).hasToString("0000000000000G00000W000M98");
            assertThat(order.kept().record().traceId()).isEqualTo("%032x".formatted(8));
            assertThat(order.kept().record().attributes())
                .hasToString(
                    "{\"order.id\":7,\"customer\":\"c1\",\"amount\":1.75,\"express\":false}");
          });
      assertThat(search(store, "amount > 16", 10)).hasSize(2);
    }
  }

  @Test
  void countsAsBefore() {
    try (LogStore store = open()) {
      assertThat(counts(store, "acme", Dimension.SERVICE, Dimension.SEVERITY))
          .extracting(Count::serviceName, Count::severityNumber, Count::records, Count::bytes)
          .containsExactlyInAnyOrder(
              tuple("checkout", SeverityNumber.INFO, 67L, 8097L),
              tuple("login", SeverityNumber.WARN, 4L, 225L),
              tuple("payment", SeverityNumber.ERROR, 30L, 1310L));
      assertThat(counts(store, "globex", Dimension.SERVICE))
          .extracting(Count::serviceName, Count::records, Count::bytes)
          .containsExactly(tuple("search", 30L, 1385L));
      assertThat(store.segmentStore().segments())
          .extracting(Segment::name, Segment::records)
          .containsExactly(
              tuple("audit/2026-11-19-1", 1L),
              tuple("default/2026-11-19-1", 65L),
              tuple("audit/2026-11-20-1", 3L),
              tuple("default/2026-11-20-1", 30L),
              tuple("default/2026-11-21-1", 32L));
    }
  }

  @Test
  void keepsTemplatesAndTheirAliases() {
    try (LogStore store = open()) {
      TemplateStore templates = store.templates();
      assertThat(counts(store, "acme", Dimension.TEMPLATE))
          .extracting(count -> text(templates, "acme", count), Count::records)
          .containsExactlyInAnyOrder(
              tuple("order <num> paid", 67L),
              tuple("session opened for user <*>", 4L),
              tuple("card <num> refused", 30L));
      assertThat(counts(store, "globex", Dimension.TEMPLATE))
          .extracting(count -> text(templates, "globex", count), Count::records)
          .containsExactly(tuple("query <num> took <dur>", 30L));
      assertThat(templates.template("acme", -975612630119356847L))
          .contains(
              new StoredTemplate(
                  -975612630119356847L,
                  "session opened for user alice",
                  1795078800000000000L,
                  SESSION,
                  1795078800000000000L));
      assertThat(templates.resolve("acme", -975612630119356847L)).isEqualTo(SESSION);
    }
  }

  @Test
  void keepsTheLedger() {
    try (LogStore store = open()) {
      assertThat(store.ledger().entries())
          .containsExactlyInAnyOrder(
              new LedgerEntry("acme", "otlp_http", "checkout", Reason.NO_POLICY, 67),
              new LedgerEntry("acme", "otlp_http", "checkout", Reason.REPEATED_REQUEST, 40),
              new LedgerEntry("acme", "otlp_http", "login", Reason.NO_POLICY, 4),
              new LedgerEntry("acme", "loki", "payment", Reason.NO_POLICY, 30),
              new LedgerEntry("acme", "loki", "", Reason.INVALID, 3),
              new LedgerEntry("globex", "otlp_http", "search", Reason.NO_POLICY, 30));
    }
  }

  @Test
  void keepsSettings() {
    try (DataDirectory data = DataDirectory.openExisting(directory);
        ControlStore control = SqliteControlStore.open(data.controlFile(), NOW)) {
      Token writer =
          new Token("bb1ad57319b89cd8", "acme", "writer", Role.EDITOR, CREATED, null, null, null);
      assertThat(TokenSecret.parse(SECRET).map(TokenSecret::hash).flatMap(control.tokens()::find))
          .contains(writer);
      assertThat(control.tokens().list("globex"))
          .extracting(Token::name, Token::revoked)
          .containsExactly(tuple("leaked", CREATED));
      RetentionRule logins = new RetentionRule("acme", PredicateText.parse("service = login"));
      assertThat(control.retentionClasses().classes().inOrder())
          .containsExactly(
              new RetentionClass("audit", 5, Duration.ofDays(400), 1L << 30, List.of(logins)),
              RetentionClass.initialDefault());
      assertThat(control.savedDocuments().list("acme", "view"))
          .extracting(SavedDocument::name, SavedDocument::content)
          .containsExactly(tuple("refusals", "{\"q\":\"refused\"}"));
      assertThat(control.auditLog().newest("acme", Long.MAX_VALUE, 10))
          .extracting(Numbered::number, numbered -> numbered.entry().action())
          .containsExactly(
              tuple(7L, "view.create"), tuple(2L, "token.create"), tuple(1L, "tenant.create"));
      assertThat(control.tenants().list())
          .extracting(Tenant::id)
          .containsExactly("acme", "default", "globex");
      assertThat(control.queryUsage().mostUsed("acme", QueryUsage.Subject.FIELD, 9))
          .containsExactly(new QueryUsage(QueryUsage.Subject.FIELD, "service_name", 3, CREATED));
      assertThat(SampleCheckpoints.load(data.checkpointFile()))
          .containsExactly(
              "Checkpoint[path=/var/log/shop.log, key=(dev=1,ino=2), since=3,"
                  + " begin=4711, end=4711, headBytes=4, head=5]");
    }
  }

  @Test
  void goesOnFromThere() {
    try (LogStore store = open()) {
      Pipeline pipeline =
          new Pipeline(
              store, PipelineConfig.of(1, 64 << 20), (tenant, record, id) -> "default", () -> NOW);
      assertThat(pipeline.accept(login("acme-1"))).isEqualTo(new Receipt(1, 1, 0));
      assertThat(pipeline.accept(login("acme-6"))).isEqualTo(new Receipt(1, 1, 0));
      assertThat(pipeline.accept(login("acme-7"))).isEqualTo(new Receipt(1, 0, 0));
      assertThat(pipeline.unusableKnowledge()).isZero();
      pipeline.close();
    }
    try (LogStore store = open()) {
      assertThat(counts(store, "acme", Dimension.TEMPLATE))
          .extracting(Count::templateId, Count::records)
          .contains(tuple(SESSION, 5L))
          .hasSize(3);
      assertThat(search(store, "service = login", 1))
          .extracting(record -> record.kept().record().body().text())
          .containsExactly("session opened for user eve");
    }
  }

  private LogStore open() {
    return DuckDbLogStore.open(directory.resolve("store"), () -> NOW, StoreSettings.DEFAULT);
  }

  private static List<StoredRecord> search(LogStore store, String where, int limit) {
    Selection selection = Selection.all("acme").where(PredicateText.parse(where));
    return store
        .reader()
        .search(new RecordQuery(selection, RecordQuery.Order.NEWEST_FIRST, null, limit));
  }

  private static List<Count> counts(LogStore store, String tenantId, Dimension... by) {
    return store.reader().counts(CountQuery.by(Selection.all(tenantId), by));
  }

  private static String text(TemplateStore templates, String tenantId, Count count) {
    return templates.template(tenantId, count.templateId()).orElseThrow().text();
  }

  private static Submission login(String identity) {
    LogRecord record =
        LogRecord.builder()
            .timestamp(NOW.getEpochSecond() * 1_000_000_000L)
            .resource(Resource.ofService("login"))
            .body("session opened for user eve")
            .build();
    return new Submission("acme", "otlp_http", identity, List.of(record), 0, 100);
  }
}
