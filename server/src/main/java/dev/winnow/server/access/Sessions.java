package dev.winnow.server.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.random.RandomGenerator;

/**
 * What browsers show in place of a token after somebody signed in with it. A session ends a week
 * after that, when nobody used it for half a day, and when the server ends; whether its token is
 * still accepted is for whoever asks to find out. Thread-safe.
 *
 * <p>Of more than {@value #MOST} of one token that which was not used for the longest time gives
 * way, so there are as many as the tokens allow.
 */
public final class Sessions {
  static final int MOST = 100;

  public static final Duration LIFETIME = Duration.ofDays(7);
  static final Duration PATIENCE = Duration.ofHours(12);

  /**
   * Somebody who signed in.
   *
   * @param authorization the credential, as a header would have it
   * @param expires when it ends however much it is used
   */
  public record Session(String id, String authorization, Instant expires) {}

  private record Held(Session session, String tokenId, Instant used) {
    boolean isOver(Instant now) {
      return !now.isBefore(session.expires) || !now.isBefore(used.plus(PATIENCE));
    }
  }

  private final InstantSource clock;
  private final RandomGenerator random;

  /** That which was not used for the longest time comes first. */
  private final SequencedMap<String, Held> held = new LinkedHashMap<>();

  /**
   * No sessions yet.
   *
   * @param random what nobody can guess
   */
  public Sessions(InstantSource clock, RandomGenerator random) {
    this.clock = clock;
    this.random = random;
  }

  /** Begins a session with a credential that has been accepted, as that of a token. */
  public synchronized Session begin(String tokenId, String authorization) {
    Instant now = clock.instant();
    held.values().removeIf(each -> each.isOver(now));
    makeRoom(tokenId);
    String id = HexFormat.of().toHexDigits(random.nextLong());
    id += HexFormat.of().toHexDigits(random.nextLong());
    Session session = new Session(id, authorization, now.plus(LIFETIME));
    held.put(id, new Held(session, tokenId, now));
    return session;
  }

  private void makeRoom(String tokenId) {
    List<String> own =
        held.entrySet().stream()
            .filter(each -> each.getValue().tokenId.equals(tokenId))
            .map(Map.Entry::getKey)
            .toList();
    if (own.size() >= MOST) {
      held.remove(own.getFirst());
    }
  }

  /** The session of an id, if it lasts; it is in use then. */
  public synchronized Optional<Session> find(String id) {
    Instant now = clock.instant();
    Held found = held.remove(id);
    if (found == null || found.isOver(now)) {
      return Optional.empty();
    }
    held.put(id, new Held(found.session, found.tokenId, now));
    return Optional.of(found.session);
  }

  /** Ends a session, and returns it if it lasted. */
  public synchronized Optional<Session> end(String id) {
    Optional<Session> session = find(id);
    held.remove(id);
    return session;
  }
}
