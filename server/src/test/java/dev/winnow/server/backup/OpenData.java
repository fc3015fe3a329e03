package dev.winnow.server.backup;

import dev.winnow.server.data.DataDirectory;
import dev.winnow.storage.CountQuery;
import dev.winnow.storage.CountQuery.Dimension;
import dev.winnow.storage.RecordQuery;
import dev.winnow.storage.Selection;
import dev.winnow.storage.control.AuditEntry.Actor;
import dev.winnow.storage.control.Tenant;
import dev.winnow.storage.duckdb.DuckDbLogStore;
import dev.winnow.storage.duckdb.StoreSettings;
import dev.winnow.storage.sqlite.SqliteControlStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** A data directory with its stores, as a server has them open. */
final class OpenData implements AutoCloseable {
  static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

  private final DataDirectory data;
  private final SqliteControlStore control;
  private final DuckDbLogStore store;
  private final Backups backups;

  OpenData(Path directory) throws IOException {
    data = DataDirectory.open(directory);
    Files.createDirectories(data.unpackDirectory());
    control = SqliteControlStore.open(data.controlFile(), NOW);
    store = DuckDbLogStore.open(data.recordsDirectory(), () -> NOW, StoreSettings.DEFAULT);
    backups = new Backups(data, control, store.snapshots(), () -> NOW);
  }

  DuckDbLogStore store() {
    return store;
  }

  Backup begin() {
    return backups.begin(Actor.LOCAL);
  }

  /** The archive of a backup. */
  byte[] archive() throws IOException {
    ByteArrayOutputStream archive = new ByteArrayOutputStream();
    begin().writeTo(archive);
    return archive.toByteArray();
  }

  /** Everything that can be asked of a tenant, by what was asked. */
  Map<String, Object> answers(String tenantId) throws IOException {
    Selection all = Selection.all(tenantId);
    Map<String, Object> answers = new LinkedHashMap<>();
    answers.put(
        "records",
        store.reader().search(new RecordQuery(all, RecordQuery.Order.OLDEST_FIRST, null, 10_000)));
    // Counts come in no order.
    CountQuery byTemplate = CountQuery.by(all, Dimension.TEMPLATE);
    answers.put("counts", Set.copyOf(store.reader().counts(byTemplate)));
    answers.put("templates", store.templates().templates(tenantId));
    answers.put("knowledge", store.templates().knowledge(tenantId));
    answers.put("ledger", store.ledger().entries(tenantId));
    answers.put("tokens", control.tokens().list(tenantId));
    answers.put("views", control.savedDocuments().list(tenantId, "view"));
    answers.put("audit", control.auditLog().newest(tenantId, Long.MAX_VALUE, 100));
    answers.put("classes", control.retentionClasses().classes());
    answers.put("tenants", control.tenants().list().stream().map(Tenant::id).toList());
    answers.put("followed", Files.readString(data.checkpointFile()));
    return answers;
  }

  @Override
  public void close() {
    store.close();
    control.close();
    data.close();
  }
}
