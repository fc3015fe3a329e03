package dev.winnow.server.access;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.random.RandomGenerator;

/**
 * Stand-ins for credentials where a browser cannot send a header and an address may be written
 * down: each is good for one request, within half a minute. Thread-safe.
 *
 * <p>Of more than {@value #MOST} of a tenant that nobody used the oldest gives way.
 */
public final class Tickets {
  static final int MOST = 1_000;

  private static final Duration LIFETIME = Duration.ofSeconds(30);

  /** A ticket that was made. */
  public record Ticket(String text, Instant expires) {}

  private record Held(String tenantId, String authorization, Instant expires) {}

  private final InstantSource clock;
  private final RandomGenerator random;
  private final SequencedMap<String, Held> held = new LinkedHashMap<>();

  /**
   * No tickets yet.
   *
   * @param random what nobody can guess
   */
  public Tickets(InstantSource clock, RandomGenerator random) {
    this.clock = clock;
    this.random = random;
  }

  /** Makes a ticket that stands for a credential of a tenant, which has been accepted. */
  public synchronized Ticket issue(String tenantId, String authorization) {
    forgetExpired();
    makeRoom(tenantId);
    String text = HexFormat.of().toHexDigits(random.nextLong());
    text += HexFormat.of().toHexDigits(random.nextLong());
    Instant expires = clock.instant().plus(LIFETIME);
    held.put(text, new Held(tenantId, authorization, expires));
    return new Ticket(text, expires);
  }

  /** All live equally long, so the first expires first. */
  private void forgetExpired() {
    Instant now = clock.instant();
    while (!held.isEmpty() && !now.isBefore(held.firstEntry().getValue().expires)) {
      held.pollFirstEntry();
    }
  }

  private void makeRoom(String tenantId) {
    List<String> own =
        held.entrySet().stream()
            .filter(ticket -> ticket.getValue().tenantId.equals(tenantId))
            .map(Map.Entry::getKey)
            .toList();
    if (own.size() == MOST) {
      held.remove(own.getFirst());
    }
  }

  /**
   * The credential for which a ticket stands, which is used up by that.
   *
   * @throws WinnowException {@code unauthenticated} if it is none, used up or too old
   */
  public synchronized String redeem(String text) {
    Held ticket = held.remove(text);
    if (ticket == null || !clock.instant().isBefore(ticket.expires)) {
      throw new WinnowException(
          ErrorCode.UNAUTHENTICATED, "the ticket is unknown, used up or expired");
    }
    return ticket.authorization;
  }
}
