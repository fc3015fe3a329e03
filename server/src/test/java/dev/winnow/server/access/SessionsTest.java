package dev.winnow.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.storage.testkit.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class SessionsTest {
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

  private final MovableClock clock = new MovableClock(NOW);
  private final Sessions sessions = new Sessions(clock, new Random(1));

  @Test
  void standsForACredentialAgainAndAgain() {
    Sessions.Session session = sessions.begin("t", "Bearer a");

    assertThat(session.id()).matches("[0-9a-f]{32}");
    assertThat(session.expires()).isEqualTo(NOW.plus(Sessions.LIFETIME));
    assertThat(sessions.find(session.id())).hasValue(session);
    assertThat(sessions.find(session.id())).hasValue(session);
  }

  @Test
  void endsWhenNobodyUsesIt() {
    Sessions.Session session = sessions.begin("t", "Bearer a");
    clock.advance(Sessions.PATIENCE.minusMillis(1));
    assertThat(sessions.find(session.id())).isPresent();
    clock.advance(Sessions.PATIENCE);

    assertThat(sessions.find(session.id())).isEmpty();
  }

  @Test
  void endsAfterAWeekHoweverMuchItIsUsed() {
    Sessions.Session session = sessions.begin("t", "Bearer a");
    for (int hours = 6; hours < Sessions.LIFETIME.toHours(); hours += 6) {
      clock.advance(Duration.ofHours(6));
      assertThat(sessions.find(session.id())).isPresent();
    }
    clock.advance(Duration.ofHours(6));

    assertThat(sessions.find(session.id())).isEmpty();
  }

  @Test
  void endsWhenItIsTold() {
    Sessions.Session session = sessions.begin("t", "Bearer a");

    assertThat(sessions.end(session.id())).hasValue(session);
    assertThat(sessions.end(session.id())).isEmpty();
    assertThat(sessions.find(session.id())).isEmpty();
  }

  @Test
  void givesWayToTheNextOfTooManyOfItsToken() {
    Sessions.Session other = sessions.begin("other", "Bearer o");
    Sessions.Session first = sessions.begin("t", "Bearer a");
    Sessions.Session second = sessions.begin("t", "Bearer b");
    for (int i = 2; i < Sessions.MOST; i++) {
      sessions.begin("t", "Bearer c");
    }
    assertThat(sessions.find(first.id())).isPresent();
    sessions.begin("t", "Bearer d");

    assertThat(sessions.find(second.id())).isEmpty();
    assertThat(sessions.find(first.id())).isPresent();
    assertThat(sessions.find(other.id())).isPresent();
  }

  @Test
  void knowsNothingElse() {
    assertThat(sessions.find("")).isEmpty();
    assertThat(sessions.find("x".repeat(10_000))).isEmpty();
  }
}
