package dev.winnow.storage.control;

import java.util.List;
import java.util.Optional;

/** What users keep under names, per tenant. */
public interface SavedDocumentStore {
  /** The number of documents of one kind that one tenant may have. */
  int MAX_PER_KIND = 500;

  /**
   * Adds a document.
   *
   * @throws dev.winnow.kernel.WinnowException if its id is in use, or its owner has one of its kind
   *     and name ({@code NAME_TAKEN}); if its tenant does not exist ({@code NOT_FOUND}) or has
   *     {@value #MAX_PER_KIND} of that kind ({@code LIMIT_REACHED})
   */
  void add(SavedDocument document);

  /**
   * Puts a document in the place of the one with its tenant, id, kind and owner.
   *
   * @throws dev.winnow.kernel.WinnowException if there is none ({@code NOT_FOUND}), or another one
   *     of its kind and owner has its name ({@code NAME_TAKEN})
   */
  void replace(SavedDocument document);

  /** The tenant's document of that id. */
  Optional<SavedDocument> find(String tenantId, String id);

  /** The documents of a tenant and kind, by name, those of one name by id. */
  List<SavedDocument> list(String tenantId, String kind);

  /** Removes a document; returns whether there was one. */
  boolean remove(String tenantId, String id);
}
