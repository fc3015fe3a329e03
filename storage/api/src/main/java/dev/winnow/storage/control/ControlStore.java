package dev.winnow.storage.control;

/**
 * Everything that is kept beside records, in one place. Safe for use by many threads.
 *
 * <p>Every method of its ports throws a {@link dev.winnow.kernel.WinnowException} if the place
 * cannot be reached at present ({@code CONTROL_STORE_UNAVAILABLE}) or is damaged or not writable
 * ({@code CONTROL_STORE_UNUSABLE}); nothing has changed then.
 */
public interface ControlStore extends AutoCloseable {
  TenantStore tenants();

  TokenStore tokens();

  SavedDocumentStore savedDocuments();

  RetentionClassStore retentionClasses();

  QuotaStore quotas();

  AuditLog auditLog();

  QueryUsageStore queryUsage();

  DeletionStore deletions();

  /** Returns if the store can be read and written; throws as its ports do if not. */
  void check();

  /** Ends all use; what was changed stays changed. */
  @Override
  void close();
}
