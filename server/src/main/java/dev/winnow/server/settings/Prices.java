package dev.winnow.server.settings;

import dev.winnow.storage.control.AuditEntry;
import dev.winnow.storage.control.AuditEntry.Actor;
import dev.winnow.storage.control.AuditLog;
import dev.winnow.storage.control.ControlStore;
import dev.winnow.storage.control.SavedDocument;
import dev.winnow.storage.control.SavedDocumentStore;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * What each tenant's records cost, if somebody has said so; whoever changes it is noted. It is kept
 * as one document, which is nobody's. Thread-safe.
 */
public final class Prices {
  private static final String KIND = "price";
  private static final String OWNER = "tenant";

  private final SavedDocumentStore store;
  private final AuditLog auditLog;
  private final InstantSource clock;

  public Prices(ControlStore store, InstantSource clock) {
    this.store = store.savedDocuments();
    auditLog = store.auditLog();
    this.clock = clock;
  }

  /** The price of a tenant. */
  public Optional<GigabytePrice> find(String tenantId) {
    return document(tenantId)
        .map(document -> GigabytePrice.parse(document.content().getBytes(StandardCharsets.UTF_8)));
  }

  private Optional<SavedDocument> document(String tenantId) {
    return store.find(tenantId, KIND).filter(document -> document.kind().equals(KIND));
  }

  /** Sets the price of a tenant. */
  public synchronized void put(Actor by, String tenantId, GigabytePrice price) {
    Instant now = clock.instant();
    Optional<SavedDocument> former = document(tenantId);
    if (former.isPresent()) {
      store.replace(former.get().with(KIND, price.json(), now));
    } else {
      store.add(new SavedDocument(KIND, tenantId, KIND, OWNER, KIND, price.json(), now, now));
    }
    audit(by, tenantId, "price.put", price.json());
  }

  /** Removes the price of a tenant, if it has one. */
  public synchronized void remove(Actor by, String tenantId) {
    if (store.remove(tenantId, KIND)) {
      audit(by, tenantId, "price.remove", "{}");
    }
  }

  private void audit(Actor by, String tenantId, String action, String details) {
    auditLog.append(new AuditEntry(clock.instant(), tenantId, by, action, "", details));
  }
}
