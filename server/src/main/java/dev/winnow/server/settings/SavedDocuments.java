package dev.winnow.server.settings;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.storage.control.AuditEntry.Actor;
import dev.winnow.storage.control.Role;
import dev.winnow.storage.control.SavedDocument;
import dev.winnow.storage.control.SavedDocumentStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * What users of a tenant save under names. All of a tenant see it; only its owner and
 * administrators change it.
 */
public final class SavedDocuments {
  private final SavedDocumentStore store;
  private final InstantSource clock;
  private final RandomGenerator random;

  /**
   * Documents in a store.
   *
   * @param random draws ids
   */
  public SavedDocuments(SavedDocumentStore store, InstantSource clock, RandomGenerator random) {
    this.store = store;
    this.clock = clock;
    this.random = random;
  }

  /** The documents of a kind, by name. */
  public List<SavedDocument> list(String tenantId, String kind) {
    return store.list(tenantId, kind);
  }

  /**
   * The document of a kind and id.
   *
   * @throws WinnowException if there is none ({@code NOT_FOUND})
   */
  public SavedDocument find(String tenantId, String kind, String id) {
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
   *     that kind and name ({@code NAME_TAKEN}), or there are too many ({@code LIMIT_REACHED})
   */
  public SavedDocument create(
      Actor owner, String tenantId, String kind, String name, String content) {
    Instant now = clock.instant();
    String id = HexFormat.of().toHexDigits(random.nextLong());
    SavedDocument document =
        new SavedDocument(id, tenantId, kind, owner.id(), name, content, now, now);
    store.add(document);
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
    return changed;
  }

  /**
   * Removes a document; does nothing if it is gone already.
   *
   * @throws WinnowException if it belongs to somebody else ({@code FORBIDDEN})
   */
  public void remove(Actor by, Role role, SavedDocument document) {
    demandChangeable(by, role, document);
    store.remove(document.tenantId(), document.id());
  }

  private static void demandChangeable(Actor by, Role role, SavedDocument document) {
    if (!role.includes(Role.ADMIN) && !document.owner().equals(by.id())) {
      throw new WinnowException(
          ErrorCode.FORBIDDEN,
          "the %s %s belongs to somebody else".formatted(document.kind(), document.id()));
    }
  }
}
