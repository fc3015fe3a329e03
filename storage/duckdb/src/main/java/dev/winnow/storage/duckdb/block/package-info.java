/**
 * Rows by columns, as bytes: encoded once, by whoever brings the records, then kept in the log and
 * handed to DuckDB as they are.
 */
@NullMarked
package dev.winnow.storage.duckdb.block;

import org.jspecify.annotations.NullMarked;
