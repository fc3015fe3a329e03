package dev.winnow.server.overview;

import static dev.winnow.storage.testkit.SampleRecords.NOW;
import static dev.winnow.storage.testkit.SampleRecords.TENANT;
import static dev.winnow.storage.testkit.SampleRecords.batch;
import static dev.winnow.storage.testkit.SampleRecords.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.kernel.ledger.Reason;
import dev.winnow.kernel.record.LogRecord;
import dev.winnow.kernel.record.SeverityNumber;
import dev.winnow.server.overview.ErrorTrend.ErrorEntry;
import dev.winnow.server.overview.HourlyStatistics.HourEntry;
import dev.winnow.server.overview.ServiceStatistics.ServiceEntry;
import dev.winnow.server.request.Parameter;
import dev.winnow.server.request.SelectionReader;
import dev.winnow.storage.LedgerDelta;
import dev.winnow.storage.Selection;
import dev.winnow.storage.testkit.InMemoryLogStore;
import dev.winnow.storage.testkit.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StatisticsTest {
  private final InMemoryLogStore store = new InMemoryLogStore(new MovableClock(NOW), 10_000);
  private final Statistics statistics = new Statistics(store.reader());
  private final Selection lastDay =
      new SelectionReader(TENANT, NOW).recent(Duration.ofHours(Statistics.DEFAULT_HOURS));

  private void append() {
    store.append(
        batch(
            record(-4_000, "cart", SeverityNumber.INFO, "four"),
            record(-3_000, "cart", SeverityNumber.FATAL, "fatal"),
            record(-2_000, "cart", SeverityNumber.WARN2, "w"),
            record(-1_000, "cart", SeverityNumber.INFO, "xx"),
            record(-10, "checkout", SeverityNumber.INFO, "y")));
  }

  @Test
  void countsServices() {
    append();

    assertThat(statistics.services(lastDay))
        .isEqualTo(
            new ServiceStatistics(
                Instant.parse("2026-11-20T12:01:00Z"),
                Instant.parse("2026-11-21T12:01:00Z"),
                5,
                List.of(
                    new ServiceEntry("cart", 4, 1, 1, .25, 3),
                    new ServiceEntry("checkout", 1, 0, 0, 0, 1))));
  }

  @Test
  void countsHours() {
    append();

    assertThat(statistics.hourly(lastDay).hours())
        .containsExactly(
            new HourEntry(Instant.parse("2026-11-21T10:00:00Z"), "cart", 1, 0, 0, 0, 4),
            new HourEntry(Instant.parse("2026-11-21T11:00:00Z"), "cart", 3, 1, 1, 1 / 3.0, 8 / 3.0),
            new HourEntry(Instant.parse("2026-11-21T11:00:00Z"), "checkout", 1, 0, 0, 0, 1));
    assertThat(statistics.hourly(lastDay).total()).isEqualTo(5);
  }

  @Test
  void countsErrors() {
    append();

    ErrorTrend trend = statistics.errors(lastDay);

    assertThat(trend.errorCount()).isEqualTo(1);
    assertThat(trend.trends())
        .containsExactly(new ErrorEntry(Instant.parse("2026-11-21T11:00:00Z"), "cart", 1, 1 / 3.0));
  }

  @Test
  void dividesNothingByZero() {
    assertThat(statistics.services(lastDay).services()).isEmpty();
    assertThat(statistics.hourly(lastDay).hours()).isEmpty();
    assertThat(statistics.errors(lastDay).errorCount()).isZero();
    MetricsAnswer metrics =
        new Metrics(store.reader(), store).metrics(TENANT, NOW, Duration.ofMinutes(1));
    assertThat(metrics).isEqualTo(new MetricsAnswer(60, 0, 0, 0, 0, 0, 0, "0 B", 0));
  }

  @Test
  void measuresRates() {
    store.append(
        batch(
            IntStream.range(0, 3_000)
                .mapToObj(i ->
                    record(
                        -60 + i * .02,
                        "cart",
                        i % 20 == 0 ? SeverityNumber.ERROR : SeverityNumber.INFO,
                        "x"))
                .toArray(LogRecord[]::new)));

    MetricsAnswer metrics =
        new Metrics(store.reader(), store).metrics(TENANT, NOW, Duration.ofMinutes(1));

    assertThat(metrics.logRate()).isEqualTo(50);
    assertThat(metrics.errorRate()).isEqualTo(.05);
    assertThat(metrics.records()).isEqualTo(3_000);
    assertThat(metrics.storedRecords()).isEqualTo(3_000);
    assertThat(metrics.services()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0 B",
    "999, 999 B",
    "1000, 1.0 kB",
    "999949, 999.9 kB",
    "999950, 1.0 MB",
    "15200000000, 15.2 GB",
    "9223372036854775807, 9.2 EB"
  })
  void saysSizes(long bytes, String text) {
    assertThat(Metrics.text(bytes)).isEqualTo(text);
  }

  @Test
  void boundsTheWindow() {
    assertThat(Metrics.window(new Parameter("window", null))).isEqualTo(Duration.ofMinutes(1));
    assertThat(Metrics.window(new Parameter("window", "2h"))).isEqualTo(Duration.ofHours(2));
    assertThatThrownBy(() -> Metrics.window(new Parameter("window", "8d")))
        .hasMessage("window is '8d', and a length of time up to 7d is allowed");
  }

  @Test
  void balancesTheLedger() {
    store.append(batch(record(0, "cart", SeverityNumber.INFO, "a")));
    store
        .ledger()
        .add(
            TENANT,
            List.of(
                new LedgerDelta("otlp_http", "cart", Reason.OVERLOADED, 7),
                new LedgerDelta("otlp_http", "cart", Reason.INVALID, 2),
                new LedgerDelta("otlp_http", "cart", Reason.STACK_TRACE, 3)));
    store.ledger().add("other", List.of(new LedgerDelta("test", "x", Reason.OVERLOADED, 99)));

    assertThat(new Ledger(store.ledger(), StatisticsTest::inFlight).ledger(TENANT))
        .isEqualTo(
            new LedgerAnswer(
                18,
                9,
                Map.of(
                    "in_flight",
                    5L,
                    "stored",
                    1L,
                    "forwarded",
                    0L,
                    "sampled_out",
                    0L,
                    "dropped",
                    0L,
                    "duplicate",
                    0L,
                    "joined",
                    3L,
                    "refused",
                    7L,
                    "malformed",
                    2L),
                Map.of("otlp_http", 3L, "test", 2L),
                List.of(
                    new LedgerAnswer.Entry("otlp_http", "cart", "joined", "stack_trace", 3),
                    new LedgerAnswer.Entry("otlp_http", "cart", "refused", "overloaded", 7),
                    new LedgerAnswer.Entry("otlp_http", "cart", "malformed", "invalid", 2),
                    new LedgerAnswer.Entry("test", "cart", "stored", "no_policy", 1))));
  }

  private static Map<String, Long> inFlight(String tenantId) {
    return tenantId.equals(TENANT) ? Map.of("otlp_http", 3L, "test", 2L) : Map.of("test", 99L);
  }
}
