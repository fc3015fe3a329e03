package dev.winnow.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.server.http.SlowQueries.SlowQuery;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class SlowQueriesTest {
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

  private final SlowQueries slow = new SlowQueries();

  @Test
  void listsWhatTookLongTheNewestFirst() {
    slow.note("a", NOON, Duration.ofMillis(499), "/api/logs", 200);
    slow.note("a", NOON, Duration.ofMillis(500), "/api/logs?search=x", 200);
    slow.note("a", NOON.plusSeconds(1), Duration.ofSeconds(30), "/api/patterns", 504);

    assertThat(slow.latest("a").queries())
        .containsExactly(
            new SlowQuery(NOON.plusSeconds(1), 30, "/api/patterns", 504),
            new SlowQuery(NOON, 0.5, "/api/logs?search=x", 200));
  }

  @Test
  void tellsNobodyWhatOtherTenantsAsk() {
    slow.note("a", NOON, Duration.ofSeconds(1), "/api/logs?search=secret", 200);

    assertThat(slow.latest("b").queries()).isEmpty();
  }

  @Test
  void forgetsTheOldest() {
    for (int i = 0; i <= SlowQueries.MOST; i++) {
      slow.note("a", NOON, Duration.ofSeconds(1), "/" + i, 200);
    }

    assertThat(slow.latest("a").queries()).hasSize(SlowQueries.MOST);
    assertThat(slow.latest("a").queries().getFirst().query()).isEqualTo("/" + SlowQueries.MOST);
    assertThat(slow.latest("a").queries().getLast().query()).isEqualTo("/1");
  }

  @Test
  void showsTheBeginningOfALongQuery() {
    slow.note("a", NOON, Duration.ofSeconds(1), "x".repeat(8_000), 200);

    assertThat(slow.latest("a").queries().getFirst().query()).hasSize(2_003).endsWith("x...");
  }
}
