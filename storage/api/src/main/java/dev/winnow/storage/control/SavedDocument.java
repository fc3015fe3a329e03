package dev.winnow.storage.control;

import java.time.Instant;

/**
 * Something that a user keeps under a name, such as a view or a query.
 *
 * @param id names the document within its tenant
 * @param kind what its content is, such as {@code view}; decides who understands it
 * @param owner who keeps it: the id of a token
 * @param name what its owner calls it; an owner's documents of one kind have different names
 * @param content a JSON object; kept to the byte
 */
public record SavedDocument(
    String id,
    String tenantId,
    String kind,
    String owner,
    String name,
    String content,
    Instant created,
    Instant updated) {
  /** The length of a content, in bytes of UTF-8. */
  public static final int MAX_CONTENT_BYTES = 64 * 1024;

  public SavedDocument {
    Valid.id("id", id);
    Valid.id("tenant_id", tenantId);
    Valid.id("kind", kind);
    Valid.id("owner", owner);
    Valid.name("name", name);
    Valid.jsonObject("content", content, MAX_CONTENT_BYTES);
    created = Valid.time("created", created);
    updated = Valid.time("updated", updated);
  }

  /** This document with another name and content. */
  public SavedDocument with(String newName, String newContent, Instant when) {
    return new SavedDocument(id, tenantId, kind, owner, newName, newContent, created, when);
  }
}
