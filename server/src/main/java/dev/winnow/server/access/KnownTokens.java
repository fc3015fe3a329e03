package dev.winnow.server.access;

import dev.winnow.storage.control.Token;
import dev.winnow.storage.control.TokenHash;
import dev.winnow.storage.control.TokenSecret;
import dev.winnow.storage.control.TokenStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * The tokens that were used lately, so that a request does not have to wait for the store. A token
 * is asked for again after a second, by which time all programs at one store agree on it. Of more
 * than {@value #MOST} the one that was not used for the longest time gives way, which costs its
 * next request a look into the store.
 */
final class KnownTokens {
  static final int MOST = 10_000;

  private static final long FRESH_MILLIS = 1_000;

  private record Known(Token token, long sinceMillis) {}

  private final TokenStore store;
  private final InstantSource clock;
  private final SequencedMap<TokenHash, Known> byHash = new LinkedHashMap<>(16, 0.75f, true);
  private Map<String, Instant> uses = new LinkedHashMap<>();

  KnownTokens(TokenStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /** The token of a secret, if it is accepted now. */
  Optional<Token> accept(TokenSecret secret) {
    Instant now = clock.instant();
    TokenHash hash = secret.hash();
    // The store is asked outside of the lock. What it says may be older by then than a revocation
    // that was done meanwhile; that lasts for as long as an entry is fresh.
    Optional<Token> token =
        fresh(hash, now.toEpochMilli())
            .or(() -> load(hash, now.toEpochMilli()))
            .filter(found -> found.isAcceptedAt(now));
    token.ifPresent(used -> remember(used, now));
    return token;
  }

  private synchronized Optional<Token> fresh(TokenHash hash, long nowMillis) {
    Known known = byHash.get(hash);
    if (known == null) {
      return Optional.empty();
    }
    long age = nowMillis - known.sinceMillis;
    // A clock that was put back must not keep an entry for ever.
    return age >= 0 && age < FRESH_MILLIS ? Optional.of(known.token) : Optional.empty();
  }

  private Optional<Token> load(TokenHash hash, long nowMillis) {
    Optional<Token> found = store.find(hash);
    found.ifPresent(token -> keep(hash, new Known(token, nowMillis)));
    return found;
  }

  private synchronized void keep(TokenHash hash, Known known) {
    byHash.put(hash, known);
    if (byHash.size() > MOST) {
      byHash.pollFirstEntry();
    }
  }

  private synchronized void remember(Token token, Instant now) {
    if (uses.size() < MOST || uses.containsKey(token.id())) {
      uses.put(token.id(), now);
    }
  }

  /** Makes the next request with a token ask the store. */
  synchronized void forget(String id) {
    byHash.values().removeIf(known -> known.token.id().equals(id));
  }

  /** When each token was used last since the last call. */
  synchronized Map<String, Instant> drainUses() {
    Map<String, Instant> drained = uses;
    uses = new LinkedHashMap<>();
    return drained;
  }
}
