/**
 * Parts: files of DuckDB that hold a piece of a partition each.
 *
 * <p>{@link dev.winnow.storage.duckdb.part.Parts} knows them all, {@link
 * dev.winnow.storage.duckdb.part.Part} is one that is written to, and a {@link
 * dev.winnow.storage.duckdb.part.Lease} keeps parts in place while a question is answered. All are
 * attached to one {@link dev.winnow.storage.duckdb.part.Engine}.
 */
@NullMarked
package dev.winnow.storage.duckdb.part;

import org.jspecify.annotations.NullMarked;
