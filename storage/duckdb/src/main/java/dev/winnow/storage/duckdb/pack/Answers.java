package dev.winnow.storage.duckdb.pack;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.duckdb.DuckDBConnection;

/** The answers to questions without parameters. */
final class Answers {
  /** Takes in a row of an answer. */
  interface Row {
    void accept(ResultSet row) throws SQLException;
  }

  private Answers() {}

  static void of(DuckDBConnection connection, String sql, Row each) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        each.accept(rows);
      }
    }
  }
}
