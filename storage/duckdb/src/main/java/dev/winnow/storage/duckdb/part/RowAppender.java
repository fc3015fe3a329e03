package dev.winnow.storage.duckdb.part;

import dev.winnow.storage.duckdb.block.RowBlock;
import dev.winnow.storage.duckdb.table.ColumnType;
import java.sql.SQLException;
import java.util.List;
import org.duckdb.DuckDBAppender;

/** Adds rows value by value, through nothing but the driver's own interface. */
final class RowAppender implements TableAppender {
  private final DuckDBAppender appender;
  private final List<ColumnType> types;

  RowAppender(DuckDBAppender appender, List<ColumnType> types) {
    this.appender = appender;
    this.types = types;
  }

  @Override
  public void append(RowBlock block, int from, int to) throws SQLException {
    for (int row = from; row < to; row++) {
      appender.beginRow();
      for (int column = 0; column < types.size(); column++) {
        appendValue(block, column, row);
      }
      appender.endRow();
    }
  }

  private void appendValue(RowBlock block, int column, int row) throws SQLException {
    switch (types.get(column)) {
      case TEXT -> appender.append(block.texts(column).at(row));
      case LONG -> appender.append(block.numbers(column).at(row));
      case INT -> appender.append((int) block.numbers(column).at(row));
      case BOOLEAN -> appender.append(block.numbers(column).at(row) != 0);
    }
  }

  @Override
  public void flush() throws SQLException {
    appender.flush();
  }

  @Override
  public void close() throws SQLException {
    appender.close();
  }
}
