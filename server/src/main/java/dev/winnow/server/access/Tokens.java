package dev.winnow.server.access;

import dev.winnow.kernel.json.JsonWriter;
import dev.winnow.storage.control.AuditEntry;
import dev.winnow.storage.control.AuditEntry.Actor;
import dev.winnow.storage.control.ControlStore;
import dev.winnow.storage.control.Role;
import dev.winnow.storage.control.Tenant;
import dev.winnow.storage.control.Token;
import dev.winnow.storage.control.TokenSecret;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Makes, lists and revokes API tokens, and tells whose a secret is. What is changed is audited.
 * Thread-safe.
 */
public final class Tokens {
  /** How long a token is remembered after it was revoked or expired. */
  private static final Duration REMEMBERED = Duration.ofDays(90);

  /** Who makes the first token: the server itself. */
  private static final Actor SERVER = new Actor("server", "first start");

  private final ControlStore store;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final KnownTokens known;

  /**
   * Tokens that are kept in a store.
   *
   * @param random draws secrets; one that cannot be predicted, but for tests
   */
  public Tokens(ControlStore store, InstantSource clock, RandomGenerator random) {
    this.store = store;
    this.clock = clock;
    this.random = random;
    known = new KnownTokens(store.tokens(), clock);
  }

  /**
   * Makes a token, and its tenant with it if there is none of that id.
   *
   * @param expires from when on it is not accepted; null for never
   * @throws dev.winnow.kernel.WinnowException if a value is not allowed ({@code INVALID_VALUE}), or
   *     there are too many tenants or tokens ({@code LIMIT_REACHED})
   */
  public IssuedToken create(
      Actor by, String tenantId, String name, Role role, @Nullable Instant expires) {
    IssuedToken issued = issue(tenantId, name, role, expires);
    if (store.tenants().add(new Tenant(tenantId, tenantId, clock.instant()))) {
      audit(by, tenantId, "tenant.create", tenantId, "{}");
    }
    store.tokens().add(issued.token(), issued.secret().hash());
    audit(by, tenantId, "token.create", issued.token().id(), describe(issued.token()));
    return issued;
  }

  /** Makes a token with all rights in the default tenant, if there is no token at all. */
  public Optional<IssuedToken> createFirst() {
    IssuedToken issued = issue(Tenant.DEFAULT_ID, "first administrator", Role.ADMIN, null);
    Token token = issued.token();
    if (!store.tokens().addFirst(token, issued.secret().hash())) {
      return Optional.empty();
    }
    audit(SERVER, token.tenantId(), "token.create", token.id(), describe(token));
    return Optional.of(issued);
  }

  private IssuedToken issue(String tenantId, String name, Role role, @Nullable Instant expires) {
    String id = HexFormat.of().toHexDigits(random.nextLong());
    Token token = Token.issue(id, tenantId, name, role, clock.instant(), expires);
    return new IssuedToken(token, TokenSecret.draw(random));
  }

  /** The tokens of a tenant, the newest first; also those that are not accepted any more. */
  public List<Token> list(String tenantId) {
    return store.tokens().list(tenantId);
  }

  /** Revokes a token and returns it, if the tenant has one of that id. It has effect at once. */
  public Optional<Token> revoke(Actor by, String tenantId, String id) {
    Optional<Token> revoked = store.tokens().revoke(tenantId, id, clock.instant());
    if (revoked.isPresent()) {
      known.forget(id);
      audit(by, tenantId, "token.revoke", id, describe(revoked.get()));
    }
    return revoked;
  }

  /** The token whose secret a text is, if it is accepted now. */
  public Optional<Token> authenticate(String secret) {
    return TokenSecret.parse(secret).flatMap(known::accept);
  }

  /**
   * Stores when tokens were used last, and forgets those that ended long ago. To be called about
   * once a minute and at the end: between two calls a use is known only here.
   */
  public void maintain() {
    known.drainUses().forEach(store.tokens()::recordUse);
    store.tokens().removeEndedBefore(clock.instant().minus(REMEMBERED));
  }

  private void audit(Actor by, String tenantId, String action, String target, String details) {
    store.auditLog().append(new AuditEntry(clock.instant(), tenantId, by, action, target, details));
  }

  private static String describe(Token token) {
    StringBuilder details = new StringBuilder();
    JsonWriter json = new JsonWriter(details).beginObject();
    json.key("name").value(token.name()).key("role").value(token.role().text());
    Instant expires = token.expires();
    if (expires != null) {
      json.key("expires").value(expires.toString());
    }
    json.endObject();
    return details.toString();
  }
}
