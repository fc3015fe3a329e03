package dev.winnow.storage.sqlite;

import dev.winnow.storage.control.AuditEntry;
import dev.winnow.storage.control.AuditEntry.Actor;
import dev.winnow.storage.control.AuditLog;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

record AuditTable(Database database) implements AuditLog {
  @Override
  public long append(AuditEntry entry) {
    return database.write(session -> {
      session.change("UPDATE audit_number SET last = last + 1");
      long number = session.number("SELECT last FROM audit_number");
      insert(session, number, entry);
      session.change("DELETE FROM audit_entry WHERE number <= ?", number - MAX_ENTRIES);
      return number;
    });
  }

  private static void insert(Session session, long number, AuditEntry entry) throws SQLException {
    session.change(
        """
        INSERT INTO audit_entry
          (number, recorded, tenant_id, actor_id, actor_name, action, target, details)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        number,
        entry.timestamp(),
        entry.tenantId(),
        entry.actor().id(),
        entry.actor().name(),
        entry.action(),
        entry.target(),
        entry.details());
  }

  @Override
  public List<Numbered> newest(String tenantId, long before, int limit) {
    return database.read(session ->
        session.list(
            AuditTable::numbered,
            """
            SELECT * FROM audit_entry WHERE tenant_id = ? AND number < ?
            ORDER BY number DESC LIMIT ?
            """,
            tenantId,
            before,
            limit));
  }

  private static Numbered numbered(ResultSet row) throws SQLException {
    return new Numbered(
        row.getLong("number"),
        new AuditEntry(
            Session.time(row, "recorded"),
            row.getString("tenant_id"),
            new Actor(row.getString("actor_id"), row.getString("actor_name")),
            row.getString("action"),
            row.getString("target"),
            row.getString("details")));
  }

  @Override
  public int removeBefore(Instant time) {
    return database.write(
        session -> session.change("DELETE FROM audit_entry WHERE recorded < ?", time));
  }
}
