package dev.winnow.storage.control;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an API token: everything but its secret.
 *
 * @param id names the token where its secret must not be shown
 * @param tenantId the one tenant whose data it opens
 * @param name what people call it; several tokens may have the same
 * @param lastUsed when it was used last, as far as {@link TokenStore#recordUse} was told; null if
 *     never
 * @param expires from when on it is not accepted; null if it does not expire
 * @param revoked when it was revoked; null if it was not
 */
public record Token(
    String id,
    String tenantId,
    String name,
    Role role,
    Instant created,
    @Nullable Instant lastUsed,
    @Nullable Instant expires,
    @Nullable Instant revoked) {

  public Token {
    Valid.id("id", id);
    Valid.id("tenant_id", tenantId);
    Valid.name("name", name);
    created = Valid.time("created", created);
    lastUsed = lastUsed == null ? null : Valid.time("last_used", lastUsed);
    expires = expires == null ? null : Valid.time("expires", expires);
    revoked = revoked == null ? null : Valid.time("revoked", revoked);
  }

  /** A token that nobody has used yet. */
  public static Token issue(
      String id,
      String tenantId,
      String name,
      Role role,
      Instant created,
      @Nullable Instant expires) {
    return new Token(id, tenantId, name, role, created, null, expires, null);
  }

  /** Whether it is accepted at a time. */
  public boolean isAcceptedAt(Instant time) {
    return revoked == null && (expires == null || time.isBefore(expires));
  }

  /** This token, used at a time. */
  public Token withLastUsed(Instant time) {
    return new Token(id, tenantId, name, role, created, time, expires, revoked);
  }

  /** This token, revoked at a time. */
  public Token withRevoked(Instant time) {
    return new Token(id, tenantId, name, role, created, lastUsed, expires, time);
  }
}
