package dev.winnow.storage.duckdb.part;

import dev.winnow.storage.duckdb.block.RowBlock;
import dev.winnow.storage.duckdb.table.ColumnType;
import dev.winnow.storage.duckdb.table.PartSchema;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.duckdb.DuckDBConnection;

/** Adds rows to the three tables of a part, to all of them or to none. */
final class PartWriter {
  private final String alias;
  private final List<TableAppender> appenders = new ArrayList<>();
  private boolean isUncertain;

  PartWriter(String alias) {
    this.alias = alias;
  }

  /**
   * Adds records and rollups, and says how far the log is applied with them. Whether they are there
   * is {@linkplain #isUncertain uncertain} until the caller {@linkplain #confirm confirms} it.
   */
  void append(DuckDBConnection connection, List<Rows> records, RowBlock rollups, Position to)
      throws SQLException {
    try {
      Engine.execute(connection, "BEGIN TRANSACTION");
      open(connection);
      for (Rows some : records) {
        appenders.get(0).append(some.block(), some.from(), some.to());
      }
      appenders.get(1).append(rollups, 0, rollups.rows());
      appenders.get(2).append(applied(to), 0, 1);
      for (TableAppender table : appenders) {
        table.flush();
      }
      isUncertain = true;
      Engine.execute(connection, "COMMIT");
    } catch (SQLException | RuntimeException | Error failed) {
      rollback(connection, failed);
      throw failed;
    }
  }

  /** Told that what was added is accounted for. */
  void confirm() {
    isUncertain = false;
  }

  /** Whether nobody knows if the rows that were added last are there. */
  boolean isUncertain() {
    return isUncertain;
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
    } catch (SQLException | RuntimeException failed) {
      cause.addSuppressed(failed);
    }
    try {
      Engine.execute(connection, "ROLLBACK");
    } catch (SQLException | RuntimeException failed) {
      cause.addSuppressed(failed);
    }
  }

  private void open(DuckDBConnection connection) throws SQLException {
    if (appenders.isEmpty()) {
      open(connection, PartSchema.RECORDS, PartSchema.RECORD_TYPES);
      open(connection, PartSchema.ROLLUPS, PartSchema.ROLLUP_TYPES);
      open(connection, PartSchema.APPLIED, PartSchema.APPLIED_TYPES);
    }
  }

  private void open(DuckDBConnection connection, String table, List<ColumnType> types)
      throws SQLException {
    appenders.add(Appenders.open(connection.createAppender(alias, "main", table), types));
  }

  /** Lets go of the tables, until something is added again. */
  void close() throws SQLException {
    List<TableAppender> open = List.copyOf(appenders);
    appenders.clear();
    SQLException failure = null;
    for (TableAppender appender : open) {
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
