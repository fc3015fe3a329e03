package dev.winnow.storage.duckdb.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.kernel.record.AnyValue;
import dev.winnow.storage.duckdb.table.PackedColumn.Kind;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What columns of packed parts hold, also of those that were packed by earlier versions. */
final class PackedColumnTest {
  private static final String ID = "018f3c2a-0b4e-7c11-9d3a-00ffee00a1b2";

  @ParameterizedTest
  @CsvSource({"UUID_DIGITS, 018f3c2a0b4e7c119d3a00ffee00a1b2", "UUID, " + ID})
  void readsUuids(Kind kind, String stored) throws SQLException {
    PackedColumn column = new PackedColumn("a0", "request.id", kind);
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE packed (a0 " + kind.sql() + ")");
      statement.execute("INSERT INTO packed VALUES ('" + stored + "'), (NULL)");
      try (ResultSet row =
          statement.executeQuery(
              "SELECT %s, %s, %s, %s FROM packed"
                  .formatted(
                      column.read(),
                      column.text(),
                      column.json(),
                      PackedSchema.attributes(List.of(column))))) {
        row.next();
        assertThat(column.value(row, 1)).isEqualTo(AnyValue.of(ID));
        assertThat(row.getString(2)).isEqualTo(ID);
        assertThat(row.getString(3)).isEqualTo('"' + ID + '"');
        assertThat(row.getString(4)).isEqualTo("{\"request.id\":\"" + ID + "\"}");
        row.next();
        assertThat(column.value(row, 1)).isNull();
        assertThat(row.getString(2)).isNull();
        assertThat(row.getString(4)).isEmpty();
      }
    }
  }
}
