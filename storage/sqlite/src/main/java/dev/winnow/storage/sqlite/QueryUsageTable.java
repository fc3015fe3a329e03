package dev.winnow.storage.sqlite;

import dev.winnow.storage.control.QueryUsage;
import dev.winnow.storage.control.QueryUsage.Subject;
import dev.winnow.storage.control.QueryUsageStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

record QueryUsageTable(Database database) implements QueryUsageStore {
  @Override
  public void add(String tenantId, List<QueryUsage> uses) {
    database.write(session -> {
      for (QueryUsage use : uses) {
        add(session, tenantId, use);
      }
      int forgotten = 0;
      for (Subject subject : Subject.values()) {
        forgotten += forgetOldest(session, tenantId, subject);
      }
      return forgotten;
    });
  }

  private static void add(Session session, String tenantId, QueryUsage use) throws SQLException {
    session.change(
        """
        INSERT INTO query_usage (tenant_id, subject, name, uses, last_used)
        VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (tenant_id, subject, name) DO UPDATE SET
          uses = query_usage.uses + excluded.uses,
          last_used = CASE WHEN query_usage.last_used < excluded.last_used
            THEN excluded.last_used ELSE query_usage.last_used END
        """,
        tenantId,
        use.subject().name(),
        use.name(),
        use.count(),
        use.lastUsed());
  }

  private static int forgetOldest(Session session, String tenantId, Subject subject)
      throws SQLException {
    // SQLite knows OFFSET only after LIMIT; the limit is above what can be there.
    return session.change(
        """
        DELETE FROM query_usage WHERE tenant_id = ? AND subject = ? AND name IN (
          SELECT name FROM query_usage WHERE tenant_id = ? AND subject = ?
          ORDER BY last_used DESC, name LIMIT 2147483647 OFFSET ?)
        """,
        tenantId,
        subject.name(),
        tenantId,
        subject.name(),
        MAX_NAMES);
  }

  @Override
  public List<QueryUsage> mostUsed(String tenantId, Subject subject, int limit) {
    return database.read(session ->
        session.list(
            QueryUsageTable::usage,
            """
            SELECT * FROM query_usage WHERE tenant_id = ? AND subject = ?
            ORDER BY uses DESC, name LIMIT ?
            """,
            tenantId,
            subject.name(),
            limit));
  }

  private static QueryUsage usage(ResultSet row) throws SQLException {
    return new QueryUsage(
        Subject.valueOf(row.getString("subject")),
        row.getString("name"),
        row.getLong("uses"),
        Session.time(row, "last_used"));
  }
}
