package dev.winnow.storage.sqlite;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.storage.control.Quota;
import dev.winnow.storage.control.QuotaStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

record QuotaTable(Database database) implements QuotaStore {
  @Override
  public List<Quota> all() {
    return database.read(session ->
        session.list(QuotaTable::quota, "SELECT * FROM quota ORDER BY tenant_id, service_name"));
  }

  private static Quota quota(ResultSet row) throws SQLException {
    return new Quota(
        row.getString("tenant_id"),
        row.getString("service_name"),
        Session.longOrNull(row, "max_records"),
        Session.longOrNull(row, "max_bytes"),
        row.getInt("warn_percentage"));
  }

  @Override
  public void put(Quota quota) {
    database.write(session -> {
      TenantTable.demand(session, quota.tenantId());
      boolean isNew = delete(session, quota.tenantId(), quota.serviceName()) == 0;
      if (isNew && session.number("SELECT COUNT(*) FROM quota") >= MAX_QUOTAS) {
        throw new WinnowException(
            ErrorCode.LIMIT_REACHED, "there are " + MAX_QUOTAS + " quotas, as many as may be");
      }
      return session.change(
          """
          INSERT INTO quota (tenant_id, service_name, max_records, max_bytes, warn_percentage)
          VALUES (?, ?, ?, ?, ?)
          """,
          quota.tenantId(),
          quota.serviceName(),
          quota.maxRecords(),
          quota.maxBytes(),
          quota.warnPercentage());
    });
  }

  @Override
  public boolean remove(String tenantId, String serviceName) {
    return database.write(session -> delete(session, tenantId, serviceName)) > 0;
  }

  private static int delete(Session session, String tenantId, String serviceName)
      throws SQLException {
    return session.change(
        "DELETE FROM quota WHERE tenant_id = ? AND service_name = ?", tenantId, serviceName);
  }
}
