package dev.winnow.storage.duckdb.part;

import dev.winnow.storage.duckdb.block.RowBlock;
import java.sql.SQLException;

/** Adds rows to a table, within the transaction of its connection. */
sealed interface TableAppender permits VectorAppender, RowAppender {
  /** Adds the rows from {@code from} up to, excluding, {@code to}. */
  void append(RowBlock block, int from, int to) throws SQLException;

  /** Hands over what was added to the transaction, which has to be done before it ends. */
  void flush() throws SQLException;

  /** Ends; what was added and not handed over goes to the transaction that is open, if any. */
  void close() throws SQLException;
}
