package dev.winnow.storage.testkit.control;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.storage.control.AuditLog;
import dev.winnow.storage.control.ControlStore;
import dev.winnow.storage.control.DeletionStore;
import dev.winnow.storage.control.QueryUsageStore;
import dev.winnow.storage.control.QuotaStore;
import dev.winnow.storage.control.RetentionClassStore;
import dev.winnow.storage.control.SavedDocumentStore;
import dev.winnow.storage.control.TenantStore;
import dev.winnow.storage.control.TokenStore;
import java.time.Instant;

/** A control store that forgets everything when it is closed. */
public final class InMemoryControlStore implements ControlStore {
  private final InMemoryTenants tenants;
  private final InMemoryTokens tokens;
  private final InMemoryDocuments documents;
  private final InMemoryRetention retention = new InMemoryRetention();
  private final InMemoryQuotas quotas;
  private final InMemoryAudit audit = new InMemoryAudit();
  private final InMemoryUsage usage = new InMemoryUsage();
  private final InMemoryDeletions deletions = new InMemoryDeletions();
  private volatile boolean closed;

  /** A store with the default tenant, made at {@code created}, and the default retention class. */
  public InMemoryControlStore(Instant created) {
    tenants = new InMemoryTenants(created);
    tokens = new InMemoryTokens(tenants);
    documents = new InMemoryDocuments(tenants);
    quotas = new InMemoryQuotas(tenants);
  }

  @Override
  public TenantStore tenants() {
    return tenants;
  }

  @Override
  public TokenStore tokens() {
    return tokens;
  }

  @Override
  public SavedDocumentStore savedDocuments() {
    return documents;
  }

  @Override
  public RetentionClassStore retentionClasses() {
    return retention;
  }

  @Override
  public QuotaStore quotas() {
    return quotas;
  }

  @Override
  public AuditLog auditLog() {
    return audit;
  }

  @Override
  public QueryUsageStore queryUsage() {
    return usage;
  }

  @Override
  public DeletionStore deletions() {
    return deletions;
  }

  @Override
  public void check() {
    if (closed) {
      throw new WinnowException(ErrorCode.CONTROL_STORE_UNAVAILABLE, "the control store is closed");
    }
  }

  @Override
  public void close() {
    closed = true;
  }
}
