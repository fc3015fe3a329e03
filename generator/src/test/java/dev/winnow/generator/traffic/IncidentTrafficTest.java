package dev.winnow.generator.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.generator.incident.Label;
import dev.winnow.generator.incident.Schedule;
import dev.winnow.generator.shop.Shop;
import dev.winnow.kernel.record.AnyValue;
import dev.winnow.kernel.record.LogRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Ten minutes of traffic of which the sixth and seventh have an incident. */
final class IncidentTrafficTest {
  private static final Shop SHOP = Shop.read();
  private static final long MINUTE = Duration.ofMinutes(1).toNanos();
  private static final long BEGINNING = 1_795_000_000_000_000_000L;
  private static final long START = BEGINNING + 5 * MINUTE;
  private static final long END = START + 2 * MINUTE;

  private final List<LogRecord> records = new ArrayList<>();
  private final List<Label> labels = new ArrayList<>();

  private void play(String incident) {
    Schedule schedule = Schedule.parse(List.of(incident + " 5m 2m"), SHOP);
    TrafficConfig config =
        new TrafficConfig(1, Pace.steady(100), 0.05, Cast.everybody(SHOP), schedule);
    Traffic traffic = new Traffic(SHOP, config, BEGINNING, labels::add);
    traffic.until(
        BEGINNING + 10 * MINUTE, Integer.MAX_VALUE, (record, said) -> records.add(record));
    traffic.end();
  }

  private long count(Predicate<LogRecord> filter) {
    return records.stream().filter(filter).count();
  }

  private static boolean isDuring(LogRecord record) {
    return record.timestamp() >= START && record.timestamp() < END;
  }

  private static Predicate<LogRecord> of(String service) {
    return record -> record.serviceName().equals(service);
  }

  private static Predicate<LogRecord> says(String text) {
    return record -> record.body().text().contains(text);
  }

  @Test
  void errorIsNewAndReachesThoseWhoAsk() {
    play("error payments");
    Predicate<LogRecord> isNew = says("currency of order");
    assertThat(count(isNew.and(IncidentTrafficTest::isDuring))).isGreaterThan(20);
    assertThat(count(isNew)).isEqualTo(count(isNew.and(IncidentTrafficTest::isDuring)));
    Label label = labels.getFirst();
    assertThat(labels).hasSize(1);
    assertThat(label.rootService()).isEqualTo("payments");
    assertThat(label.services()).containsExactlyInAnyOrder("payments", "orders", "api");
    assertThat(label.templates())
        .contains("currency of order <*> is unknown", "Payment of order <*> over <*> EUR failed");
    assertThat(label.json())
        .startsWith(
            "{\"kind\":\"error\",\"is_harmful\":true,\"root_service\":\"payments\","
                + "\"start\":\"2026-11-18T11:11:40Z\",\"end\":\"2026-11-18T11:13:40Z\","
                + "\"services\":[\"api\",\"orders\",\"payments\"],\"templates\":[");
  }

  @Test
  void surgeHasOnlyWhatIsKnown() {
    play("surge catalog");
    Predicate<LogRecord> troubles =
        of("catalog").and(record -> record.severityNumber().number() >= 13);
    long during = count(troubles.and(IncidentTrafficTest::isDuring));
    assertThat(during).isGreaterThan(count(troubles) - during);
    assertThat(count(says("campaign price"))).isZero();
    assertThat(labels.getFirst().services()).containsExactlyInAnyOrder("catalog", "api");
  }

  @Test
  void latencyIsFeltAtTheFront() {
    play("latency catalog");
    Predicate<LogRecord> slow =
        of("api")
            .and(record ->
                record.attributes().value("duration_ms") instanceof AnyValue.DoubleValue millis
                    && millis.value() > 250);
    long during = count(slow.and(IncidentTrafficTest::isDuring));
    assertThat(during).isGreaterThan(200);
    assertThat(count(slow) - during).isLessThan(during / 10);
  }

  @Test
  void silenceIsOfOneServiceOnly() {
    play("silence auth");
    assertThat(count(of("auth").and(IncidentTrafficTest::isDuring))).isLessThan(5);
    assertThat(count(of("auth"))).isGreaterThan(1_000);
    assertThat(count(of("api").and(IncidentTrafficTest::isDuring))).isGreaterThan(1_000);
    assertThat(labels.getFirst().services()).containsExactly("auth");
  }

  @Test
  void cascadeTakesThoseWhoAskWithIt() {
    play("cascade db");
    assertThat(labels.getFirst().services()).contains("db", "catalog", "orders", "api");
    assertThat(labels.getFirst().templates()).contains("sorry, too many clients already");
  }

  @Test
  void deployChangesTheVersionForGood() {
    play("deploy orders");
    Predicate<LogRecord> updated =
        record -> record.resource().attributes().value("service.version").text().equals("2.14.1");
    assertThat(count(of("orders").and(updated.negate()).and(r -> r.timestamp() > END))).isZero();
    assertThat(count(updated.and(r -> r.timestamp() < START))).isZero();
    assertThat(count(says("Starting OrdersApplication"))).isEqualTo(3);
    assertThat(labels.getFirst().json()).contains("\"is_harmful\":false");
  }

  @Test
  void stormIsOneHarmlessStatement() {
    play("storm inventory");
    Predicate<LogRecord> storm = says("Applied change");
    assertThat(count(storm)).isEqualTo(labels.getFirst().records()).isGreaterThan(5_000);
    assertThat(labels.getFirst().templates())
        .containsExactly("Applied change <*> of <*> from warehouse <*>");
  }

  @Test
  void anIncidentThatGoesOnAtTheEndIsToldToo() {
    Schedule schedule = Schedule.parse(List.of("surge api 1m 1h"), SHOP);
    TrafficConfig config =
        new TrafficConfig(1, Pace.steady(100), 0.05, Cast.everybody(SHOP), schedule);
    Traffic traffic = new Traffic(SHOP, config, BEGINNING, labels::add);
    traffic.until(BEGINNING + 2 * MINUTE, Integer.MAX_VALUE, (record, said) -> {});
    assertThat(labels).isEmpty();
    traffic.end();
    assertThat(labels).hasSize(1);
  }
}
