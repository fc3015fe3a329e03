package dev.winnow.storage.sqlite;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.storage.control.Tenant;
import dev.winnow.storage.control.TenantStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

record TenantTable(Database database) implements TenantStore {
  @Override
  public boolean add(Tenant tenant) {
    return database.write(session -> add(session, tenant));
  }

  private static boolean add(Session session, Tenant tenant) throws SQLException {
    if (exists(session, tenant.id())) {
      return false;
    }
    if (session.number("SELECT COUNT(*) FROM tenant") >= MAX_TENANTS) {
      throw new WinnowException(
          ErrorCode.LIMIT_REACHED, "there are " + MAX_TENANTS + " tenants, as many as may be");
    }
    session.change(
        "INSERT INTO tenant (id, name, created) VALUES (?, ?, ?)",
        tenant.id(),
        tenant.name(),
        tenant.created());
    return true;
  }

  private static boolean exists(Session session, String id) throws SQLException {
    return session.exists("SELECT 1 FROM tenant WHERE id = ?", id);
  }

  static void demand(Session session, String id) throws SQLException {
    if (!exists(session, id)) {
      throw new WinnowException(ErrorCode.NOT_FOUND, "there is no tenant " + id);
    }
  }

  @Override
  public Optional<Tenant> find(String id) {
    return database.read(
        session -> session.first(TenantTable::tenant, "SELECT * FROM tenant WHERE id = ?", id));
  }

  @Override
  public List<Tenant> list() {
    return database.read(
        session -> session.list(TenantTable::tenant, "SELECT * FROM tenant ORDER BY id"));
  }

  private static Tenant tenant(ResultSet row) throws SQLException {
    return new Tenant(row.getString("id"), row.getString("name"), Session.time(row, "created"));
  }
}
