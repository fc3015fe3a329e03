package dev.winnow.storage.control;

import java.time.Instant;

/**
 * One of those who share a Winnow without seeing each other's records.
 *
 * @param id what records carry as {@code tenant_id}; 1 to 64 letters, digits, {@code . - _}
 * @param name what people call it
 */
public record Tenant(String id, String name, Instant created) {
  /** The id of the tenant that every store has from its beginning. */
  public static final String DEFAULT_ID = "default";

  public Tenant {
    Valid.id("tenant_id", id);
    Valid.name("name", name);
    created = Valid.time("created", created);
  }
}
