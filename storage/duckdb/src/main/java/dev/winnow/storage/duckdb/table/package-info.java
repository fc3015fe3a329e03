/** How records lie in tables: the columns, their types, and values as text. */
@NullMarked
package dev.winnow.storage.duckdb.table;

import org.jspecify.annotations.NullMarked;
