package dev.winnow.storage.duckdb.part;

import dev.winnow.storage.duckdb.table.ColumnType;
import java.sql.SQLException;
import java.util.List;
import org.duckdb.DuckDBAppender;

/** Which way rows are added: the fast one where it works, else the one that always does. */
final class Appenders {
  private static final boolean HAS_VECTORS = VectorAppender.isUsable();

  private Appenders() {}

  static TableAppender open(DuckDBAppender appender, List<ColumnType> types) throws SQLException {
    if (HAS_VECTORS) {
      try {
        return new VectorAppender(appender, types);
      } catch (ReflectiveOperationException changed) {
        throw new IllegalStateException("the driver is not the one that was tried", changed);
      }
    }
    return new RowAppender(appender, types);
  }
}
