package dev.winnow.server.settings;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.kernel.json.JsonWriter;
import dev.winnow.storage.control.AuditEntry;
import dev.winnow.storage.control.AuditEntry.Actor;
import dev.winnow.storage.control.ControlStore;
import dev.winnow.storage.control.RetentionClass;
import dev.winnow.storage.control.RetentionClasses;
import dev.winnow.storage.control.Tenant;
import java.time.InstantSource;

/**
 * The retention classes, which are those of all tenants together. What is changed is audited for
 * the default tenant.
 */
public final class Retention {
  private final ControlStore store;
  private final InstantSource clock;

  public Retention(ControlStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /** All classes in the order in which they are asked. */
  public RetentionClasses classes() {
    return store.retentionClasses().classes();
  }

  /**
   * Adds a class, or puts it in the place of the one with its name.
   *
   * @throws WinnowException if there are too many ({@code LIMIT_REACHED})
   */
  public void put(Actor by, RetentionClass retention) {
    store.retentionClasses().put(retention);
    audit(by, "retention_class.put", retention.name(), describe(retention));
  }

  /**
   * Removes a class; what happens to the records in it is the business of their store.
   *
   * @throws WinnowException if there is none ({@code NOT_FOUND}), or it is the default class
   *     ({@code NOT_REMOVABLE})
   */
  public void remove(Actor by, String name) {
    if (!store.retentionClasses().remove(name)) {
      throw new WinnowException(ErrorCode.NOT_FOUND, "there is no retention class " + name);
    }
    audit(by, "retention_class.remove", name, "{}");
  }

  private void audit(Actor by, String action, String target, String details) {
    store
        .auditLog()
        .append(new AuditEntry(clock.instant(), Tenant.DEFAULT_ID, by, action, target, details));
  }

  private static String describe(RetentionClass retention) {
    StringBuilder details = new StringBuilder();
    JsonWriter json = new JsonWriter(details).beginObject();
    json.key("max_age").value(retention.maxAge().toString());
    Long maxBytes = retention.maxBytes();
    if (maxBytes != null) {
      json.key("max_bytes").value(maxBytes);
    }
    json.key("position").value(retention.position());
    json.key("rules").value(retention.rules().size()).endObject();
    return details.toString();
  }
}
