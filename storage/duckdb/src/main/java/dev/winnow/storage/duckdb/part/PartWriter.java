package dev.winnow.storage.duckdb.part;

import dev.winnow.storage.duckdb.block.RowBlock;
import dev.winnow.storage.duckdb.table.ColumnType;
import dev.winnow.storage.duckdb.table.PartSchema;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** Adds rows to the three tables of a part, to all of them or to none. */
final class PartWriter {
  private final String alias;
  private @Nullable List<TableAppender> appenders;

  PartWriter(String alias) {
    this.alias = alias;
  }

  /** Adds records and rollups, and says how far the log is applied with them. */
  void append(DuckDBConnection connection, List<Rows> records, RowBlock rollups, Position to)
      throws SQLException {
    Engine.execute(connection, "BEGIN TRANSACTION");
    try {
      List<TableAppender> tables = appenders(connection);
      for (Rows some : records) {
        tables.get(0).append(some.block(), some.from(), some.to());
      }
      tables.get(1).append(rollups, 0, rollups.rows());
      tables.get(2).append(applied(to), 0, 1);
      for (TableAppender table : tables) {
        table.flush();
      }
      Engine.execute(connection, "COMMIT");
    } catch (SQLException | RuntimeException | Error failed) {
      rollback(connection, failed);
      throw failed;
    }
  }

  private static RowBlock applied(Position position) {
    RowBlock.Builder row = new RowBlock.Builder(PartSchema.APPLIED_TYPES, 1);
    row.add(position.sequence()).add(position.rows()).endRow();
    return row.build();
  }

  /** Closes the appenders first, as they hand over what they hold to the transaction. */
  private void rollback(DuckDBConnection connection, Throwable cause) {
    try {
      close();
    } catch (SQLException failed) {
      cause.addSuppressed(failed);
    }
    try {
      Engine.execute(connection, "ROLLBACK");
    } catch (SQLException failed) {
      cause.addSuppressed(failed);
    }
  }

  private List<TableAppender> appenders(DuckDBConnection connection) throws SQLException {
    if (appenders == null) {
      List<TableAppender> made = new ArrayList<>();
      made.add(appender(connection, PartSchema.RECORDS, PartSchema.RECORD_TYPES));
      made.add(appender(connection, PartSchema.ROLLUPS, PartSchema.ROLLUP_TYPES));
      made.add(appender(connection, PartSchema.APPLIED, PartSchema.APPLIED_TYPES));
      appenders = made;
    }
    return appenders;
  }

  private TableAppender appender(DuckDBConnection connection, String table, List<ColumnType> types)
      throws SQLException {
    return Appenders.open(connection.createAppender(alias, "main", table), types);
  }

  /** Lets go of the tables, until something is added again. */
  void close() throws SQLException {
    List<TableAppender> open = appenders;
    appenders = null;
    SQLException failure = null;
    for (TableAppender appender : open == null ? List.<TableAppender>of() : open) {
      try {
        appender.close();
      } catch (SQLException failed) {
        failure = failed;
      }
    }
    if (failure != null) {
      throw failure;
    }
  }
}
