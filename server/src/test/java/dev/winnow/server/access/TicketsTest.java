package dev.winnow.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.storage.testkit.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class TicketsTest {
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

  private final MovableClock clock = new MovableClock(NOW);
  private final Tickets tickets = new Tickets(clock, new Random(1));

  private void refuses(String ticket) {
    assertThatThrownBy(() -> tickets.redeem(ticket))
        .hasMessage("the ticket is unknown, used up or expired");
  }

  @Test
  void standsForACredentialOnce() {
    Tickets.Ticket ticket = tickets.issue("acme", "Bearer a");

    assertThat(ticket.text()).matches("[0-9a-f]{32}");
    assertThat(ticket.expires()).isEqualTo(NOW.plusSeconds(30));
    assertThat(tickets.redeem(ticket.text())).isEqualTo("Bearer a");
    refuses(ticket.text());
  }

  @Test
  void isRefusedAfterHalfAMinute() {
    Tickets.Ticket inTime = tickets.issue("acme", "Bearer a");
    Tickets.Ticket late = tickets.issue("acme", "Bearer a");
    clock.advance(Duration.ofMillis(29_999));
    assertThat(tickets.redeem(inTime.text())).isEqualTo("Bearer a");

    clock.advance(Duration.ofMillis(1));
    refuses(late.text());
  }

  @Test
  void givesWayToTheNextOfTooMany() {
    Tickets.Ticket first = tickets.issue("acme", "Bearer a");
    Tickets.Ticket second = tickets.issue("acme", "Bearer b");
    for (int i = 1; i < Tickets.MOST; i++) {
      tickets.issue("acme", "Bearer c");
    }

    refuses(first.text());
    assertThat(tickets.redeem(second.text())).isEqualTo("Bearer b");
  }

  @Test
  void isNotPutOutByThoseOfAnotherTenant() {
    Tickets.Ticket first = tickets.issue("acme", "Bearer a");
    for (int i = 0; i < 2 * Tickets.MOST; i++) {
      tickets.issue("other", "Bearer b");
    }

    assertThat(tickets.redeem(first.text())).isEqualTo("Bearer a");
  }

  @Test
  void refusesWhatIsNoTicket() {
    refuses("");
    refuses("x".repeat(10_000));
  }
}
