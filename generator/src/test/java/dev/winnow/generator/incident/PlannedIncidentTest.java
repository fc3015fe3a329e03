package dev.winnow.generator.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.generator.shop.Service;
import dev.winnow.generator.shop.Shop;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PlannedIncidentTest {
  private static final Shop SHOP = Shop.read();
  private static final Service PAYMENTS = SHOP.service("payments").orElseThrow();
  private static final long MINUTE = Duration.ofMinutes(1).toNanos();

  @Test
  void readsKindServiceAndTimes() {
    assertThat(PlannedIncident.parse(" error payments 10m  90s ", SHOP))
        .isEqualTo(
            new PlannedIncident(
                IncidentKind.ERROR,
                PAYMENTS,
                Duration.ofMinutes(10),
                Duration.ofSeconds(90),
                Duration.ZERO));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "error payments 10m | 'error payments 10m' is no incident",
        "boom payments 1m 1m | 'boom' is no kind of incident; there are error, surge, latency",
        "error nobody 1m 1m | there is no service 'nobody'; there are api, auth",
        "error payments 1x 1m | '1x' is no time",
        "error payments m 1m | 'm' is no time",
        "error payments -1m 1m | '-1m' is no time",
        "error payments 99999999d 1m | '99999999d' is no time",
        "error payments 1m 0s | an incident lasts longer than 0s",
        "error payments 1m 5m every 2m | an incident ends before it begins again",
        "error payments 1m 5m each 9m | is no incident"
      })
  void refusesWhatItCannotRead(String text, String reason) {
    assertThatThrownBy(() -> PlannedIncident.parse(text, SHOP))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(reason);
  }

  @Test
  void happensOnce() {
    PlannedIncident planned = PlannedIncident.parse("error payments 10m 5m", SHOP);
    assertThat(planned.at(10 * MINUTE - 1, 0)).isEmpty();
    assertThat(planned.at(10 * MINUTE, 0))
        .contains(new Incident(IncidentKind.ERROR, PAYMENTS, 10 * MINUTE, 15 * MINUTE));
    assertThat(planned.at(15 * MINUTE, 0)).isEmpty();
    assertThat(planned.at(75 * MINUTE, 0)).isEmpty();
  }

  @Test
  void happensAgain() {
    PlannedIncident planned = PlannedIncident.parse("surge payments 10m 5m every 1h", SHOP);
    assertThat(planned.at(72 * MINUTE, 0))
        .contains(new Incident(IncidentKind.SURGE, PAYMENTS, 70 * MINUTE, 75 * MINUTE));
    assertThat(planned.at(76 * MINUTE, 0)).isEmpty();
  }

  @Test
  void schedulesHaveALineForEach() {
    List<String> lines = List.of("# at night", "", "storm db 1m 1m # a trap", "surge api 2m 1m");
    assertThat(Schedule.parse(lines, SHOP).incidents())
        .extracting(PlannedIncident::kind)
        .containsExactly(IncidentKind.STORM, IncidentKind.SURGE);
    assertThatThrownBy(() -> Schedule.parse(List.of("", "surge api"), SHOP))
        .hasMessageStartingWith("line 2: 'surge api' is no incident");
  }
}
