package dev.winnow.storage.sqlite;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.kernel.predicate.Predicate;
import dev.winnow.storage.control.RetentionClass;
import dev.winnow.storage.control.RetentionClassStore;
import dev.winnow.storage.control.RetentionClasses;
import dev.winnow.storage.control.RetentionRule;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The classes, each with its rules in a second table. */
record RetentionTable(Database database) implements RetentionClassStore {
  /** A class without its rules, and one of them; none if it has none. */
  private record Row(RetentionClass bare, @Nullable RetentionRule rule) {}

  @Override
  public RetentionClasses classes() {
    List<Row> rows =
        database.read(session ->
            session.list(
                RetentionTable::row,
                """
                SELECT name, position, max_age_seconds, max_bytes,
                  ordinal, tenant_id, predicate
                FROM retention_class LEFT JOIN retention_rule ON class_name = name
                ORDER BY name, ordinal
                """));
    return new RetentionClasses(
        rows.stream().collect(Collectors.groupingBy(Row::bare)).values().stream()
            .map(RetentionTable::complete)
            .toList());
  }

  private static RetentionClass complete(List<Row> rows) {
    RetentionClass bare = rows.getFirst().bare();
    List<RetentionRule> rules = rows.stream().map(Row::rule).filter(Objects::nonNull).toList();
    return new RetentionClass(bare.name(), bare.position(), bare.maxAge(), bare.maxBytes(), rules);
  }

  private static Row row(ResultSet row) throws SQLException {
    RetentionClass bare =
        new RetentionClass(
            row.getString("name"),
            row.getInt("position"),
            Duration.ofSeconds(row.getLong("max_age_seconds")),
            Session.longOrNull(row, "max_bytes"),
            List.of());
    return new Row(bare, Session.longOrNull(row, "ordinal") == null ? null : rule(row));
  }

  private static RetentionRule rule(ResultSet row) throws SQLException {
    String predicate = row.getString("predicate");
    return new RetentionRule(
        row.getString("tenant_id"), predicate == null ? null : Predicate.parse(predicate));
  }

  @Override
  public void put(RetentionClass retention) {
    database.write(session -> {
      if (!exists(session, retention.name())) {
        demandRoom(session);
      }
      delete(session, retention.name());
      return insert(session, retention);
    });
  }

  /** Adds a class unless there is one of its name. */
  void putIfAbsent(RetentionClass retention) {
    database.write(session -> exists(session, retention.name()) ? 0 : insert(session, retention));
  }

  private static boolean exists(Session session, String name) throws SQLException {
    return session.exists("SELECT 1 FROM retention_class WHERE name = ?", name);
  }

  private static void demandRoom(Session session) throws SQLException {
    if (session.number("SELECT COUNT(*) FROM retention_class") >= MAX_CLASSES) {
      throw new WinnowException(
          ErrorCode.LIMIT_REACHED,
          "there are " + MAX_CLASSES + " retention classes, as many as may be");
    }
  }

  private static int insert(Session session, RetentionClass retention) throws SQLException {
    int inserted =
        session.change(
            """
            INSERT INTO retention_class (name, position, max_age_seconds, max_bytes)
            VALUES (?, ?, ?, ?)
            """,
            retention.name(),
            retention.position(),
            retention.maxAge().toSeconds(),
            retention.maxBytes());
    int ordinal = 0;
    for (RetentionRule rule : retention.rules()) {
      insert(session, retention.name(), ordinal++, rule);
    }
    return inserted;
  }

  private static void insert(Session session, String name, int ordinal, RetentionRule rule)
      throws SQLException {
    Predicate where = rule.where();
    session.change(
        """
        INSERT INTO retention_rule (class_name, ordinal, tenant_id, predicate)
        VALUES (?, ?, ?, ?)
        """,
        name,
        ordinal,
        rule.tenantId(),
        where == null ? null : where.toJson());
  }

  @Override
  public boolean remove(String name) {
    if (name.equals(RetentionClass.DEFAULT_NAME)) {
      throw new WinnowException(
          ErrorCode.NOT_REMOVABLE, "the retention class default cannot be removed");
    }
    return database.write(session -> delete(session, name)) > 0;
  }

  /** Removes a class, and with it its rules. */
  private static int delete(Session session, String name) throws SQLException {
    return session.change("DELETE FROM retention_class WHERE name = ?", name);
  }
}
