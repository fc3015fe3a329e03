package dev.winnow.server.settings;

import dev.winnow.server.access.Tokens;
import dev.winnow.storage.control.AuditLog;
import dev.winnow.storage.control.ControlStore;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * What is set while the server runs, by whom it may be, and who changed it.
 *
 * @param savedViews what users of a tenant look at often
 */
public record Administration(
    Tokens tokens, Retention retention, SavedDocuments savedViews, AuditLog audit) {
  /**
   * Everything that a store keeps.
   *
   * @param random draws ids and secrets; one that cannot be predicted, but for tests
   */
  public static Administration of(ControlStore store, InstantSource clock, RandomGenerator random) {
    return new Administration(
        new Tokens(store, clock, random),
        new Retention(store, clock),
        new SavedDocuments(store, "view", clock, random),
        store.auditLog());
  }
}
