/**
 * The control store in one SQLite file.
 *
 * <p>{@link dev.winnow.storage.sqlite.SqliteControlStore} opens the file, lets Flyway bring its
 * schema up to date and gathers the ports, each of which is a table. The file is in write-ahead
 * mode, synced at every commit, and readable by its owner only.
 *
 * <p>The migrations and the statements keep to what PostgreSQL understands too; what only SQLite
 * has is in {@code Database} and {@code SqlFailure}.
 */
@NullMarked
package dev.winnow.storage.sqlite;

import org.jspecify.annotations.NullMarked;
