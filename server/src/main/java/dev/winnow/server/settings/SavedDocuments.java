package dev.winnow.server.settings;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.kernel.json.JsonWriter;
import dev.winnow.storage.control.AuditEntry;
import dev.winnow.storage.control.AuditEntry.Actor;
import dev.winnow.storage.control.AuditLog;
import dev.winnow.storage.control.ControlStore;
import dev.winnow.storage.control.Role;
import dev.winnow.storage.control.SavedDocument;
import dev.winnow.storage.control.SavedDocumentStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * What users of a tenant save under names, all of one kind. All of a tenant see it; only its owner
 * and administrators change it. What is changed is audited.
 */
public final class SavedDocuments {
  private final SavedDocumentStore store;
  private final AuditLog auditLog;
  private final String kind;
  private final InstantSource clock;
  private final RandomGenerator random;

  /**
   * Documents of one kind in a store.
   *
   * @param random draws ids
   */
  public SavedDocuments(
      ControlStore store, String kind, InstantSource clock, RandomGenerator random) {
    this.store = store.savedDocuments();
    auditLog = store.auditLog();
    this.kind = kind;
    this.clock = clock;
    this.random = random;
  }

  /** The documents of a tenant, by name. */
  public List<SavedDocument> list(String tenantId) {
    return store.list(tenantId, kind);
  }

  /**
   * The document of an id.
   *
   * @throws WinnowException if there is none ({@code NOT_FOUND})
   */
  public SavedDocument find(String tenantId, String id) {
    return store
        .find(tenantId, id)
        .filter(document -> document.kind().equals(kind))
        .orElseThrow(
            () -> new WinnowException(ErrorCode.NOT_FOUND, "there is no " + kind + " " + id));
  }

  /**
   * Saves a new document and returns it.
   *
   * @throws WinnowException if a value is not allowed ({@code INVALID_VALUE}), the owner has one of
   *     that name ({@code NAME_TAKEN}), or there are too many ({@code LIMIT_REACHED})
   */
  public SavedDocument create(Actor owner, String tenantId, String name, String content) {
    Instant now = clock.instant();
    String id = HexFormat.of().toHexDigits(random.nextLong());
    SavedDocument document =
        new SavedDocument(id, tenantId, kind, owner.id(), name, content, now, now);
    store.add(document);
    audit(owner, "create", document);
    return document;
  }

  /**
   * Gives a document another name and content, and returns it.
   *
   * @throws WinnowException as {@link #find} and {@link #create} do; {@code FORBIDDEN} if it
   *     belongs to somebody else
   */
  public SavedDocument replace(
      Actor by, Role role, SavedDocument document, String name, String content) {
    demandChangeable(by, role, document);
    SavedDocument changed = document.with(name, content, clock.instant());
    store.replace(changed);
    audit(by, "replace", changed);
    return changed;
  }

  /**
   * Removes a document; does nothing if it is gone already.
   *
   * @throws WinnowException if it belongs to somebody else ({@code FORBIDDEN})
   */
  public void remove(Actor by, Role role, SavedDocument document) {
    demandChangeable(by, role, document);
    if (store.remove(document.tenantId(), document.id())) {
      audit(by, "remove", document);
    }
  }

  private void demandChangeable(Actor by, Role role, SavedDocument document) {
    if (!role.includes(Role.ADMIN) && !document.owner().equals(by.id())) {
      throw new WinnowException(
          ErrorCode.FORBIDDEN, "the %s %s belongs to somebody else".formatted(kind, document.id()));
    }
  }

  private void audit(Actor by, String action, SavedDocument document) {
    StringBuilder details = new StringBuilder();
    new JsonWriter(details).beginObject().key("name").value(document.name()).endObject();
    auditLog.append(
        new AuditEntry(
            clock.instant(),
            document.tenantId(),
            by,
            kind + "." + action,
            document.id(),
            details.toString()));
  }
}
