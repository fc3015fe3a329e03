package dev.winnow.storage.sqlite;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.storage.control.AuditLog;
import dev.winnow.storage.control.ControlStore;
import dev.winnow.storage.control.DeletionStore;
import dev.winnow.storage.control.QueryUsageStore;
import dev.winnow.storage.control.QuotaStore;
import dev.winnow.storage.control.RetentionClass;
import dev.winnow.storage.control.RetentionClassStore;
import dev.winnow.storage.control.SavedDocumentStore;
import dev.winnow.storage.control.Tenant;
import dev.winnow.storage.control.TenantStore;
import dev.winnow.storage.control.TokenStore;
import java.nio.file.Path;
import java.time.Instant;

/** A control store in one file of SQLite. */
public final class SqliteControlStore implements ControlStore {
  private final Database database;
  private final TenantTable tenants;
  private final RetentionTable retention;

  private SqliteControlStore(Database database) {
    this.database = database;
    tenants = new TenantTable(database);
    retention = new RetentionTable(database);
  }

  /**
   * Opens a file; makes it, readable by its owner only, if there is none, and brings an older one
   * up to date.
   *
   * @param now when the default tenant came to be, if the file is new
   * @throws WinnowException if the file, which the message names, is damaged, may not be written or
   *     was written by a newer program
   */
  public static SqliteControlStore open(Path file, Instant now) {
    try {
      return openFile(file, now);
    } catch (WinnowException e) {
      throw new WinnowException(e.code(), "%s: %s".formatted(file, e.getMessage()), e);
    }
  }

  private static SqliteControlStore openFile(Path file, Instant now) {
    PrivateFile.make(file);
    Database database = Database.open(file);
    try {
      demandSound(database);
      SqliteControlStore store = new SqliteControlStore(database);
      if (Schema.migrate(database)) {
        store.tenants.add(new Tenant(Tenant.DEFAULT_ID, Tenant.DEFAULT_ID, now));
        store.retention.putIfAbsent(RetentionClass.initialDefault());
      }
      return store;
    } catch (WinnowException e) {
      database.close();
      throw e;
    }
  }

  private static void demandSound(Database database) {
    String found =
        database.read(session ->
            session.first(row -> row.getString(1), "PRAGMA quick_check(1)").orElse("nothing"));
    if (!found.equals("ok")) {
      throw new WinnowException(
          ErrorCode.CONTROL_STORE_UNUSABLE, "the control store is damaged: " + found);
    }
  }

  @Override
  public TenantStore tenants() {
    return tenants;
  }

  @Override
  public TokenStore tokens() {
    return new TokenTable(database);
  }

  @Override
  public SavedDocumentStore savedDocuments() {
    return new SavedDocumentTable(database);
  }

  @Override
  public RetentionClassStore retentionClasses() {
    return retention;
  }

  @Override
  public QuotaStore quotas() {
    return new QuotaTable(database);
  }

  @Override
  public AuditLog auditLog() {
    return new AuditTable(database);
  }

  @Override
  public QueryUsageStore queryUsage() {
    return new QueryUsageTable(database);
  }

  /**
   * Writes all that is kept at present to a file, which must not be there, for its owner only.
   * Others read and write meanwhile.
   */
  public void copyTo(Path file) {
    PrivateFile.make(file);
    int _ = database.read(session -> session.change("VACUUM INTO ?", file.toString()));
  }

  @Override
  public DeletionStore deletions() {
    return new DeletionTable(database);
  }

  @Override
  public void check() {
    database.write(session -> session.change("UPDATE audit_number SET last = last"));
  }

  @Override
  public void close() {
    database.close();
  }
}
