package dev.winnow.storage.duckdb.part;

import dev.winnow.storage.duckdb.table.PackedColumn;
import dev.winnow.storage.duckdb.table.PackedSchema;
import dev.winnow.storage.duckdb.table.PartSchema;
import dev.winnow.storage.duckdb.table.RecordColumn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBConnection;

/**
 * A table with records of a part. A packed one is asked itself, not the view that makes the columns
 * of {@code records} of its own: that would take longer to plan than many questions to answer.
 *
 * @param name how a statement names it
 * @param isPacked whether it has a column for each key of attributes, one for trace ids, and
 *     columns that hold one of few texts
 * @param columns those for keys of attributes; no record has any other key
 */
public record RecordTable(String name, boolean isPacked, Map<String, PackedColumn> columns) {
  static List<RecordTable> unpacked(String alias) {
    return List.of(new RecordTable(alias + "." + PartSchema.RECORDS, false, Map.of()));
  }

  /** The tables of a part that was rewritten; one without records is left out. */
  static List<RecordTable> packed(String alias, DuckDBConnection connection) throws SQLException {
    List<RecordTable> tables = new ArrayList<>();
    String packed = alias + "." + PackedSchema.PACKED;
    tables.add(new RecordTable(packed, true, columns(alias, connection)));
    String loose = alias + "." + PackedSchema.LOOSE;
    if (Engine.numbers(connection, "SELECT count(*) FROM " + loose)[0] > 0) {
      tables.add(new RecordTable(loose, false, Map.of()));
    }
    return List.copyOf(tables);
  }

  /** The attributes in which a path may lead to something, as an expression. */
  public String attributesAt(String path) {
    return isPacked
        ? PackedSchema.attributes(
            columns.values().stream().filter(column -> leadsTo(column.key(), path)).toList())
        : RecordColumn.ATTRIBUTES.sql();
  }

  private static boolean leadsTo(String key, String path) {
    return path.equals(key) || path.startsWith(key + ".");
  }

  /** What is in a column of {@code records}, as an expression; not for trace ids and attributes. */
  public String expression(RecordColumn column) {
    if (!isPacked) {
      return column.sql();
    }
    if (column == RecordColumn.OBSERVED_TIMESTAMP) {
      return PackedSchema.OBSERVED;
    }
    return PackedSchema.CHOOSABLE.contains(column) ? PackedSchema.text(column) : column.sql();
  }

  private static Map<String, PackedColumn> columns(String alias, DuckDBConnection connection)
      throws SQLException {
    Map<String, PackedColumn> columns = new LinkedHashMap<>();
    String table = alias + "." + PackedSchema.PACKED_COLUMNS;
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT name, key, kind FROM " + table + " ORDER BY place")) {
      while (rows.next()) {
        PackedColumn.Kind kind = PackedColumn.Kind.valueOf(rows.getString(3));
        PackedColumn column = new PackedColumn(rows.getString(1), rows.getString(2), kind);
        columns.put(column.key(), column);
      }
    }
    return columns;
  }
}
