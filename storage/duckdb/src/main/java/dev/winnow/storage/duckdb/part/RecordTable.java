package dev.winnow.storage.duckdb.part;

import dev.winnow.storage.duckdb.table.PackedColumn;
import dev.winnow.storage.duckdb.table.PackedSchema;
import dev.winnow.storage.duckdb.table.PartSchema;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBConnection;

/**
 * A table or view with records of a part, which has all columns of {@code records}.
 *
 * @param name how a statement names it
 * @param isPacked whether it has columns of its own for keys of attributes, and one for trace ids
 * @param columns those columns by their keys; no record has any other key
 */
public record RecordTable(String name, boolean isPacked, Map<String, PackedColumn> columns) {
  static List<RecordTable> unpacked(String alias) {
    return List.of(new RecordTable(alias + "." + PartSchema.RECORDS, false, Map.of()));
  }

  /** The tables of a part that was rewritten; one without records is left out. */
  static List<RecordTable> packed(String alias, DuckDBConnection connection) throws SQLException {
    List<RecordTable> tables = new ArrayList<>();
    String packed = alias + "." + PackedSchema.PACKED_RECORDS;
    tables.add(new RecordTable(packed, true, columns(alias, connection)));
    String loose = alias + "." + PackedSchema.LOOSE;
    if (Engine.numbers(connection, "SELECT count(*) FROM " + loose)[0] > 0) {
      tables.add(new RecordTable(loose, false, Map.of()));
    }
    return List.copyOf(tables);
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
