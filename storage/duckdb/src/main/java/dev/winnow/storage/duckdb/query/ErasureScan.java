package dev.winnow.storage.duckdb.query;

import dev.winnow.storage.Erasure;
import dev.winnow.storage.TemplateStore;
import dev.winnow.storage.duckdb.part.Engine;
import dev.winnow.storage.duckdb.part.PartView;
import dev.winnow.storage.duckdb.part.RecordTable;
import dev.winnow.storage.duckdb.table.PartSchema;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBConnection;

/**
 * Finds the records of parts that an erasure is about. It reads all of a part that may hold one, as
 * long as that takes: no filter decides what is left behind.
 */
public final class ErasureScan {
  private final Erasure erasure;
  private final TemplateAliases aliases;

  /**
   * A scan for an erasure.
   *
   * @param templates by which templates that are one by now are known
   */
  public ErasureScan(Erasure erasure, TemplateStore templates) {
    this.erasure = erasure;
    this.aliases = new TemplateAliases(templates, erasure.selection().tenantId());
  }

  /** How many records of a part are meant, by the templates that they had at their arrival. */
  public Map<Long, Long> count(PartView part, DuckDBConnection connection) {
    Map<Long, Long> records = new HashMap<>();
    for (RecordTable table : tables(part)) {
      Parameters parameters = new Parameters();
      String sql =
          "SELECT template_id, count(*)" + from(table, parameters) + " GROUP BY template_id";
      ask(
          sql,
          parameters,
          connection,
          row -> records.merge(row.getLong(1), row.getLong(2), Long::sum));
    }
    return records;
  }

  /** How many records of the tenant a part counts for each template, be they kept or not. */
  public Map<Long, Long> counted(PartView part, DuckDBConnection connection) {
    Map<Long, Long> records = new HashMap<>();
    Parameters parameters = new Parameters();
    String sql =
        "SELECT template_id, sum(records)::BIGINT FROM %s.%s WHERE %s GROUP BY template_id"
            .formatted(
                part.alias(),
                PartSchema.ROLLUPS,
                SelectionSql.isOf(erasure.selection().tenantId(), parameters));
    ask(sql, parameters, connection, row -> records.put(row.getLong(1), row.getLong(2)));
    return records;
  }

  private static void ask(
      String sql, Parameters parameters, DuckDBConnection connection, Session.RowConsumer rows) {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      parameters.setInto(statement);
      try (ResultSet answer = statement.executeQuery()) {
        while (answer.next()) {
          rows.accept(answer);
        }
      }
    } catch (SQLException failed) {
      throw unreadable(failed);
    }
  }

  /** Adds the commit and ordinal of each record of a part that is meant to a table. */
  public void copyIds(PartView part, String target, DuckDBConnection connection) {
    for (RecordTable table : tables(part)) {
      Parameters parameters = new Parameters();
      String sql =
          "INSERT INTO " + target + " SELECT batch_sequence, ordinal" + from(table, parameters);
      try (PreparedStatement statement = connection.prepareStatement(sql)) {
        parameters.setInto(statement);
        statement.execute();
      } catch (SQLException failed) {
        throw unreadable(failed);
      }
    }
  }

  private List<RecordTable> tables(PartView part) {
    boolean mayHoldSome =
        part.isDuring(erasure.selection().time()) && part.firstSequence() <= erasure.lastCommit();
    return mayHoldSome ? part.tables() : List.of();
  }

  private String from(RecordTable table, Parameters parameters) {
    return " FROM %s WHERE %s AND %s"
        .formatted(
            table.name(),
            isNotLater(erasure),
            SelectionSql.of(erasure.selection(), table, aliases, parameters));
  }

  /** The rows of the commits that an erasure is about. */
  static String isNotLater(Erasure erasure) {
    return "batch_sequence <= " + erasure.lastCommit();
  }

  private static RuntimeException unreadable(SQLException failed) {
    return Engine.unavailable("what is to be erased cannot be found", failed);
  }
}
