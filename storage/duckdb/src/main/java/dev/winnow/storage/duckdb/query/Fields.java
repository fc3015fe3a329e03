package dev.winnow.storage.duckdb.query;

import dev.winnow.kernel.predicate.Field;

/** How a table has the fields of records. */
interface Fields {
  /**
   * A field as SQL.
   *
   * @throws dev.winnow.kernel.WinnowException {@code unsupported_query} if the table cannot tell it
   */
  FieldSql of(Field field);
}
