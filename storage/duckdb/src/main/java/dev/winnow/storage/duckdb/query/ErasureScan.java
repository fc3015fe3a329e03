package dev.winnow.storage.duckdb.query;

import dev.winnow.storage.Erasure;
import dev.winnow.storage.TemplateStore;
import dev.winnow.storage.duckdb.part.Engine;
import dev.winnow.storage.duckdb.part.PartView;
import dev.winnow.storage.duckdb.part.RecordTable;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
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

  /** How many records of a part are meant. */
  public long count(PartView part, DuckDBConnection connection) {
    long records = 0;
    for (RecordTable table : tables(part)) {
      Parameters parameters = new Parameters();
      String sql = "SELECT count(*)" + from(table, parameters);
      try (PreparedStatement statement = connection.prepareStatement(sql)) {
        parameters.setInto(statement);
        try (ResultSet row = statement.executeQuery()) {
          records += row.next() ? row.getLong(1) : 0;
        }
      } catch (SQLException failed) {
        throw unreadable(part, failed);
      }
    }
    return records;
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
        throw unreadable(part, failed);
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

  private static RuntimeException unreadable(PartView part, SQLException failed) {
    return Engine.unavailable("what is to be erased is not found in " + part.alias(), failed);
  }
}
