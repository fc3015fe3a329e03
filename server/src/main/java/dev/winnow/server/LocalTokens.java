package dev.winnow.server;

import dev.winnow.cli.server.NewToken;
import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.server.access.IssuedToken;
import dev.winnow.server.access.Tokens;
import dev.winnow.server.data.DataDirectory;
import dev.winnow.storage.control.AuditEntry.Actor;
import dev.winnow.storage.control.ControlStore;
import dev.winnow.storage.control.Role;
import dev.winnow.storage.control.Token;
import dev.winnow.storage.sqlite.SqliteControlStore;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** The tokens in a data directory that no server uses, for whoever may write to it. */
final class LocalTokens implements TokenRegistry {
  private final Clock clock;
  private final DataDirectory data;
  private final ControlStore store;
  private final Tokens tokens;

  private LocalTokens(DataDirectory data, ControlStore store, Clock clock) {
    this.data = data;
    this.store = store;
    this.clock = clock;
    tokens = new Tokens(store, clock, new SecureRandom());
  }

  /**
   * Takes a data directory, which must be there: one of a mistaken name has no tokens to tell of.
   *
   * @throws WinnowException if a server uses it, or it cannot be used
   */
  static LocalTokens open(Path directory) {
    Clock clock = Clock.systemUTC();
    DataDirectory data = DataDirectory.openExisting(directory);
    try {
      Unpacking.into(data.unpackDirectory());
      return new LocalTokens(
          data, SqliteControlStore.open(data.controlFile(), clock.instant()), clock);
    } catch (WinnowException failure) {
      data.close();
      throw failure;
    }
  }

  @Override
  public IssuedToken create(NewToken wish) {
    Instant expires = wish.validity().map(now()::plus).orElse(null);
    return tokens.create(
        Actor.LOCAL, wish.tenantId(), wish.name(), Role.parse(wish.role()), expires);
  }

  @Override
  public List<Token> list(String tenantId) {
    return tokens.list(tenantId);
  }

  @Override
  public Token revoke(String tenantId, String id) {
    return tokens
        .revoke(Actor.LOCAL, tenantId, id)
        .orElseThrow(() ->
            new WinnowException(
                ErrorCode.NOT_FOUND, "tenant %s has no token %s".formatted(tenantId, id)));
  }

  @Override
  public Instant now() {
    return clock.instant();
  }

  @Override
  public void close() {
    store.close();
    data.close();
  }
}
