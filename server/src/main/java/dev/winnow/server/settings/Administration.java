package dev.winnow.server.settings;

import dev.winnow.server.access.Principal;
import dev.winnow.server.access.Tokens;
import dev.winnow.storage.control.AuditEntry.Actor;
import dev.winnow.storage.control.AuditLog;
import dev.winnow.storage.control.ControlStore;
import dev.winnow.storage.control.Token;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * What is set while the server runs, by whom it may be, and who changed it.
 *
 * @param savedViews what users of a tenant look at often
 */
public record Administration(
    Tokens tokens,
    Retention retention,
    Quotas quotas,
    SavedDocuments savedViews,
    Prices prices,
    AuditLog audit) {
  /** Whoever sends to a server that asks for no tokens. */
  private static final Actor NOBODY = new Actor("anonymous", "sender without a token");

  /**
   * Everything that a store keeps.
   *
   * @param random draws ids and secrets; one that cannot be predicted, but for tests
   */
  public static Administration of(ControlStore store, InstantSource clock, RandomGenerator random) {
    return new Administration(
        new Tokens(store, clock, random),
        new Retention(store, clock),
        new Quotas(store, clock),
        new SavedDocuments(store, "view", clock, random),
        new Prices(store, clock),
        store.auditLog());
  }

  /** A sender, as it is told who changed something. */
  public Actor actor(Principal sender) {
    String id = sender.tokenId();
    if (id.isEmpty()) {
      return NOBODY;
    }
    String name =
        tokens.list(sender.tenantId()).stream()
            .filter(token -> token.id().equals(id))
            .map(Token::name)
            .findAny()
            .orElse(id);
    return new Actor(id, name);
  }
}
