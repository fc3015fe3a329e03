package dev.winnow.storage.sqlite;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.storage.control.SavedDocument;
import dev.winnow.storage.control.SavedDocumentStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

record SavedDocumentTable(Database database) implements SavedDocumentStore {
  @Override
  public void add(SavedDocument document) {
    database.write(session -> {
      TenantTable.demand(session, document.tenantId());
      if (find(session, document.tenantId(), document.id()).isPresent()) {
        throw taken(document);
      }
      demandFreeName(session, document);
      demandRoom(session, document);
      return insert(session, document);
    });
  }

  private static void demandRoom(Session session, SavedDocument document) throws SQLException {
    long count =
        session.number(
            "SELECT COUNT(*) FROM saved_document WHERE tenant_id = ? AND kind = ?",
            document.tenantId(),
            document.kind());
    if (count >= MAX_PER_KIND) {
      throw new WinnowException(
          ErrorCode.LIMIT_REACHED,
          "there are %d documents of kind %s, as many as may be"
              .formatted(MAX_PER_KIND, document.kind()));
    }
  }

  private static int insert(Session session, SavedDocument document) throws SQLException {
    return session.change(
        """
        INSERT INTO saved_document
          (id, tenant_id, kind, owner, name, content, created, updated)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        document.id(),
        document.tenantId(),
        document.kind(),
        document.owner(),
        document.name(),
        document.content(),
        document.created(),
        document.updated());
  }

  @Override
  public void replace(SavedDocument document) {
    database.write(session -> {
      demandFreeName(session, document);
      int changed = update(session, document);
      if (changed == 0) {
        throw new WinnowException(
            ErrorCode.NOT_FOUND, "there is no " + document.kind() + " " + document.id());
      }
      return changed;
    });
  }

  private static int update(Session session, SavedDocument document) throws SQLException {
    return session.change(
        """
        UPDATE saved_document SET name = ?, content = ?, created = ?, updated = ?
        WHERE tenant_id = ? AND id = ? AND kind = ? AND owner = ?
        """,
        document.name(),
        document.content(),
        document.created(),
        document.updated(),
        document.tenantId(),
        document.id(),
        document.kind(),
        document.owner());
  }

  private static void demandFreeName(Session session, SavedDocument document) throws SQLException {
    boolean isTaken =
        session.exists(
            """
            SELECT 1 FROM saved_document
            WHERE tenant_id = ? AND kind = ? AND owner = ? AND name = ? AND id <> ?
            """,
            document.tenantId(),
            document.kind(),
            document.owner(),
            document.name(),
            document.id());
    if (isTaken) {
      throw taken(document);
    }
  }

  private static WinnowException taken(SavedDocument document) {
    return new WinnowException(
        ErrorCode.NAME_TAKEN, "there is a " + document.kind() + " with that name or id");
  }

  @Override
  public Optional<SavedDocument> find(String tenantId, String id) {
    return database.read(session -> find(session, tenantId, id));
  }

  private static Optional<SavedDocument> find(Session session, String tenantId, String id)
      throws SQLException {
    return session.first(
        SavedDocumentTable::document,
        "SELECT * FROM saved_document WHERE tenant_id = ? AND id = ?",
        tenantId,
        id);
  }

  @Override
  public List<SavedDocument> list(String tenantId, String kind) {
    return database.read(session ->
        session.list(
            SavedDocumentTable::document,
            "SELECT * FROM saved_document WHERE tenant_id = ? AND kind = ? ORDER BY name, id",
            tenantId,
            kind));
  }

  @Override
  public boolean remove(String tenantId, String id) {
    return database.write(session ->
        session.change("DELETE FROM saved_document WHERE tenant_id = ? AND id = ?", tenantId, id))
        > 0;
  }

  private static SavedDocument document(ResultSet row) throws SQLException {
    return new SavedDocument(
        row.getString("id"),
        row.getString("tenant_id"),
        row.getString("kind"),
        row.getString("owner"),
        row.getString("name"),
        row.getString("content"),
        Session.time(row, "created"),
        Session.time(row, "updated"));
  }
}
