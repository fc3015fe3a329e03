package dev.winnow.storage.control;

import java.time.Instant;

/**
 * That somebody changed something.
 *
 * @param tenantId the tenant for whom it was changed
 * @param action what was done, such as {@code token.revoke}
 * @param target to what: an id or a name; empty if that says nothing
 * @param details a JSON object with what else is worth knowing; never a secret
 */
public record AuditEntry(
    Instant timestamp, String tenantId, Actor actor, String action, String target, String details) {
  /** The length of the details, in bytes of UTF-8. */
  public static final int MAX_DETAILS_BYTES = 8 * 1024;

  /**
   * Who changed something.
   *
   * @param id the id of the token that was shown
   * @param name that token's name at the time
   */
  public record Actor(String id, String name) {
    /** Who may write to the data directory, and so needs no token. */
    public static final Actor LOCAL = new Actor("local", "command line");

    public Actor {
      Valid.id("actor id", id);
      Valid.name("actor name", name);
    }
  }

  public AuditEntry {
    timestamp = Valid.time("timestamp", timestamp);
    Valid.id("tenant_id", tenantId);
    Valid.id("action", action);
    Valid.text("target", target);
    Valid.jsonObject("details", details, MAX_DETAILS_BYTES);
  }
}
