package dev.winnow.storage.sqlite;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.storage.TimeSpan;
import dev.winnow.storage.control.AuditEntry.Actor;
import dev.winnow.storage.control.Deletion;
import dev.winnow.storage.control.Deletion.State;
import dev.winnow.storage.control.DeletionStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

record DeletionTable(Database database) implements DeletionStore {
  @Override
  public void add(Deletion deletion, String condition) {
    database.write(session -> {
      if (session.number("SELECT COUNT(*) FROM deletion WHERE ended IS NULL") >= MAX_RUNNING) {
        throw new WinnowException(ErrorCode.OVERLOADED, MAX_RUNNING + " deletions are at work");
      }
      if (session.exists("SELECT 1 FROM deletion WHERE id = ?", deletion.id())) {
        throw new WinnowException(ErrorCode.NAME_TAKEN, "there is a deletion " + deletion.id());
      }
      return insert(session, deletion, condition);
    });
  }

  private static int insert(Session session, Deletion deletion, String condition)
      throws SQLException {
    return session.change(
        """
        INSERT INTO deletion
          (number, id, tenant_id, actor_id, actor_name, requested, reason, span_from, span_to,
           fields, last_commit, records, ended, failure, condition)
        VALUES ((SELECT COALESCE(MAX(number), 0) + 1 FROM deletion),
          ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        deletion.id(),
        deletion.tenantId(),
        deletion.actor().id(),
        deletion.actor().name(),
        deletion.requested(),
        deletion.reason(),
        deletion.span().from(),
        deletion.span().to(),
        String.join("\n", deletion.fields()),
        deletion.lastCommit(),
        deletion.records(),
        deletion.ended(),
        deletion.failure(),
        condition);
  }

  @Override
  public Optional<String> condition(String id) {
    return database.read(session ->
        session.first(
            row -> row.getString(1),
            "SELECT condition FROM deletion WHERE id = ? AND condition IS NOT NULL",
            id));
  }

  @Override
  public void replace(Deletion deletion) {
    boolean hasEnded = deletion.state() != State.RUNNING;
    database.write(session -> {
      session.change(
          "UPDATE deletion SET records = ?, ended = ?, failure = ? WHERE id = ?",
          deletion.records(),
          deletion.ended(),
          deletion.failure(),
          deletion.id());
      return hasEnded ? forget(session, deletion) : 0;
    });
    if (hasEnded) {
      database.wipe();
    }
  }

  /** Forgets what a deletion was looking for, and the oldest of its tenant that have ended. */
  private static int forget(Session session, Deletion deletion) throws SQLException {
    session.change("UPDATE deletion SET condition = NULL WHERE id = ?", deletion.id());
    // SQLite knows OFFSET only after LIMIT; the limit is above what can be there.
    return session.change(
        """
        DELETE FROM deletion WHERE number IN (
          SELECT number FROM deletion WHERE tenant_id = ? AND ended IS NOT NULL
          ORDER BY number DESC LIMIT 2147483647 OFFSET ?)
        """,
        deletion.tenantId(),
        MAX_ENDED);
  }

  @Override
  public Optional<Deletion> find(String tenantId, String id) {
    return database.read(session ->
        session.first(
            DeletionTable::deletion,
            "SELECT * FROM deletion WHERE tenant_id = ? AND id = ?",
            tenantId,
            id));
  }

  @Override
  public List<Deletion> list(String tenantId) {
    return database.read(session ->
        session.list(
            DeletionTable::deletion,
            "SELECT * FROM deletion WHERE tenant_id = ? ORDER BY number DESC",
            tenantId));
  }

  @Override
  public List<Deletion> running() {
    return database.read(session ->
        session.list(
            DeletionTable::deletion, "SELECT * FROM deletion WHERE ended IS NULL ORDER BY number"));
  }

  private static Deletion deletion(ResultSet row) throws SQLException {
    return new Deletion(
        row.getString("id"),
        row.getString("tenant_id"),
        new Actor(row.getString("actor_id"), row.getString("actor_name")),
        Session.time(row, "requested"),
        row.getString("reason"),
        new TimeSpan(row.getLong("span_from"), row.getLong("span_to")),
        row.getString("fields").lines().toList(),
        row.getLong("last_commit"),
        Session.longOrNull(row, "records"),
        Session.timeOrNull(row, "ended"),
        row.getString("failure"));
  }
}
