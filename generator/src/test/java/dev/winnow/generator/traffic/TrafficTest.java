package dev.winnow.generator.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.winnow.generator.incident.Schedule;
import dev.winnow.generator.shop.Shop;
import dev.winnow.kernel.record.AnyValue;
import dev.winnow.kernel.record.LogRecord;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class TrafficTest {
  private static final Shop SHOP = Shop.read();
  private static final long BEGINNING = nanos("2026-11-18T10:00:00Z");

  private static long nanos(String time) {
    return Instant.parse(time).getEpochSecond() * 1_000_000_000;
  }

  private static TrafficConfig config(long seed, double rate, double errorShare) {
    return new TrafficConfig(
        seed, Pace.steady(rate), errorShare, Cast.everybody(SHOP), Schedule.NONE);
  }

  private static List<LogRecord> records(TrafficConfig config, int count) {
    List<LogRecord> records = new ArrayList<>();
    traffic(config).until(Long.MAX_VALUE, count, (record, statement) -> records.add(record));
    return records;
  }

  private static Traffic traffic(TrafficConfig config) {
    return new Traffic(SHOP, config, BEGINNING, label -> {});
  }

  private static double troubles(double share) {
    int[] troubles = new int[1];
    traffic(config(1, 50, share))
        .until(
            Long.MAX_VALUE,
            100_000,
            (record, statement) -> troubles[0] += statement.isTrouble() ? 1 : 0);
    return troubles[0] / 100_000.0;
  }

  @Test
  void isTheSameForTheSameSeed() {
    List<LogRecord> first = records(config(7, 50, 0.05), 5_000);
    assertThat(records(config(7, 50, 0.05), 5_000)).isEqualTo(first);
    assertThat(records(config(8, 50, 0.05), 5_000)).isNotEqualTo(first);
  }

  /** In every process: collections of the JDK without an order have another one in each. */
  @Test
  void isTheSameEverywhere() throws NoSuchAlgorithmException {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    for (LogRecord record : records(config(7, 50, 0.05), 2_000)) {
      String told = record.timestamp() + record.traceId() + record.resource() + record.body();
      digest.update(told.getBytes(StandardCharsets.UTF_8));
    }
    assertThat(HexFormat.of().formatHex(digest.digest()))
        .isEqualTo("1fb919c19e0f563bbd262f3a886c309f9095f1c0034ec79990d3f74b5740e2a7");
  }

  @Test
  void doesNotDependOnHowMuchIsAskedForAtOnce() {
    List<LogRecord> pieces = new ArrayList<>();
    Traffic traffic = traffic(config(7, 50, 0.05));
    for (long time = BEGINNING; pieces.size() < 2_000; time += 30_000_000) {
      traffic.until(time, 10, (record, statement) -> pieces.add(record));
    }
    assertThat(pieces.subList(0, 2_000)).isEqualTo(records(config(7, 50, 0.05), 2_000));
  }

  @Test
  void isInOrderOfTime() {
    assertThat(records(config(1, 1_000, 0.1), 20_000))
        .isSortedAccordingTo((a, b) -> Long.compare(a.timestamp(), b.timestamp()));
  }

  @Test
  void hasTheShareOfTroublesThatIsWanted() {
    assertThat(troubles(0.05)).isEqualTo(0.05, within(0.002));
    assertThat(troubles(0.3)).isEqualTo(0.3, within(0.01));
    assertThat(troubles(0)).isZero();
    assertThat(troubles(1)).isEqualTo(1);
  }

  @Test
  void keepsItsRate() {
    long[] given = new long[1];
    long hour = Duration.ofHours(1).toNanos();
    given[0] =
        traffic(config(1, 50, 0.05))
            .until(BEGINNING + hour, Integer.MAX_VALUE, (record, statement) -> {});
    assertThat(given[0] / 3600.0).isEqualTo(50, within(2.5));
  }

  @Test
  void changesItsRateAndShare() {
    Traffic traffic = traffic(config(1, 50, 0));
    long minute = Duration.ofMinutes(1).toNanos();
    traffic.until(BEGINNING + minute, Integer.MAX_VALUE, (record, statement) -> {});
    traffic.change(Pace.steady(500));
    traffic.changeErrorShare(0.2);
    int[] troubles = new int[1];
    int given =
        traffic.until(
            BEGINNING + 11 * minute,
            Integer.MAX_VALUE,
            (record, statement) -> troubles[0] += statement.isTrouble() ? 1 : 0);
    assertThat(given / 600.0).isEqualTo(500, within(25.0));
    assertThat((double) troubles[0] / given).isEqualTo(0.2, within(0.02));
  }

  @Test
  void isBusierByDay() {
    Pace pace = Pace.daily(100);
    long night = pace.gapNanos(nanos("2026-11-18T02:00:00Z"), 100);
    long day = pace.gapNanos(nanos("2026-11-18T14:00:00Z"), 100);
    long sunday = pace.gapNanos(nanos("2026-11-22T14:00:00Z"), 100);
    assertThat(day).isEqualTo(625_000_000);
    assertThat(night).isEqualTo(2_500_000_000L);
    assertThat(sunday).isEqualTo(1_041_666_666);
  }

  @Test
  void refusesRatesAndSharesOutOfBounds() {
    assertThatThrownBy(() -> Pace.steady(0))
        .hasMessage("a rate is 0.001 to 10000 records a second, not 0.0");
    assertThatThrownBy(() -> Pace.steady(10_001)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Pace.steady(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> traffic(config(1, 50, 1.01)))
        .hasMessage("a share of errors is 0 to 100 per cent");
  }

  @Test
  void aRecordOfARequestHasAtLeast23Fields() {
    List<LogRecord> ofRequests =
        records(config(1, 50, 0.05), 10_000).stream().filter(r -> !r.traceId().isEmpty()).toList();
    assertThat(ofRequests.size()).isGreaterThan(7_000);
    // Besides attributes: timestamp, body, trace_id, span_id and scope, and a severity if it has
    // one.
    assertThat(ofRequests)
        .allMatch(record ->
            record.resource().attributes().size()
                    + record.attributes().size()
                    + 5
                    + (record.severityText().isEmpty() ? 0 : 1)
                >= (record.severityText().isEmpty() ? 22 : 23));
  }

  @Test
  void latencyAddsUpAlongTheCalls() {
    Map<String, List<LogRecord>> traces =
        records(config(1, 50, 0.05), 20_000).stream()
            .filter(record -> !record.traceId().isEmpty())
            .collect(Collectors.groupingBy(LogRecord::traceId));
    int whole = 0;
    for (List<LogRecord> trace : traces.values()) {
      LogRecord last = trace.getLast();
      if (last.attributes().value("duration_ms") instanceof AnyValue.DoubleValue millis) {
        long first = trace.getFirst().timestamp();
        assertThat(millis.value() * 1e6).isGreaterThanOrEqualTo(last.timestamp() - first - 1e3);
        whole++;
      }
    }
    assertThat(whole).isGreaterThan(1_500);
  }

  @Test
  void oneRequestIsTheSameInAllServices() {
    Map<String, List<LogRecord>> traces =
        records(config(1, 50, 0.05), 5_000).stream()
            .filter(record -> !record.traceId().isEmpty())
            .collect(Collectors.groupingBy(LogRecord::traceId));
    traces.forEach((trace, records) ->
        assertThat(records.stream().map(r -> r.attributes().value("user.id")).distinct())
            .hasSize(1));
    assertThat(traces.values())
        .anyMatch(trace -> trace.stream().map(LogRecord::serviceName).distinct().count() >= 5);
  }

  @Test
  void someRecordsHaveNoSeverity() {
    List<LogRecord> bare =
        records(config(1, 50, 0.05), 20_000).stream()
            .filter(record -> record.severityText().isEmpty())
            .toList();
    assertThat(bare.stream().map(LogRecord::serviceName).distinct())
        .contains("api", "search", "queue", "cache", "db");
  }

  @Test
  void namesTheServicesThatAreWanted() {
    Cast cast = Cast.of(List.of("db", "queue", "shop-front", "api"), SHOP);
    TrafficConfig config = new TrafficConfig(1, Pace.steady(50), 0.05, cast, Schedule.NONE);
    assertThat(records(config, 5_000).stream().map(LogRecord::serviceName).distinct())
        .containsExactlyInAnyOrder("db", "queue", "shop-front", "api");
  }

  @Test
  void refusesServicesThatCannotBe() {
    assertThatThrownBy(() -> Cast.of(List.of(), SHOP))
        .hasMessage("there are 1 to 12 services, not 0");
    assertThatThrownBy(() -> Cast.of(List.of("db", "db"), SHOP))
        .hasMessage("a service is named twice: db,db");
    assertThatThrownBy(() -> Cast.of(List.of("x", "x"), SHOP))
        .hasMessage("a service is named twice: x,x");
    assertThatThrownBy(() -> Cast.of(List.of("x", " "), SHOP)).hasMessageContaining("is no name");
  }

  @Test
  void withoutABoundGivesAsMuchAsIsAskedFor() {
    TrafficConfig config =
        new TrafficConfig(1, Pace.UNBOUNDED, 0.05, Cast.everybody(SHOP), Schedule.NONE);
    Traffic traffic = traffic(config);
    assertThat(traffic.until(BEGINNING + 1, 50_000, (record, statement) -> {})).isEqualTo(50_000);
  }

  @Test
  void skipsATimeInWhichNothingHappens() {
    Traffic traffic = traffic(config(1, 50, 0.05));
    traffic.skipTo(BEGINNING + Duration.ofMinutes(5).toNanos());
    assertThat(
            traffic.until(
                BEGINNING + Duration.ofMinutes(5).toNanos(), 10, (record, statement) -> {}))
        .isZero();
  }
}
