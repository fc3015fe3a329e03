/**
 * Questions, asked of parts in SQL.
 *
 * <p>{@link dev.winnow.storage.duckdb.query.DuckDbLogReader} asks one {@linkplain
 * dev.winnow.storage.duckdb.part.PartView part} after the other and merges what they answer. A
 * predicate becomes a condition that holds for exactly the records that it matches; what SQL cannot
 * say exactly is refused. Nothing that a user wrote is ever part of a statement: texts, numbers and
 * paths are parameters, and the names in a statement are those of this module.
 */
@NullMarked
package dev.winnow.storage.duckdb.query;

import org.jspecify.annotations.NullMarked;
