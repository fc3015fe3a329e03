/**
 * A log of byte sequences that survive the process: what is in it is committed.
 *
 * <p>{@link dev.winnow.storage.duckdb.log.WriteAheadLog} is the whole of it for others. Its files,
 * the segments, hold frames one behind the other; many frames become durable by one sync of the
 * disk.
 */
@NullMarked
package dev.winnow.storage.duckdb.log;

import org.jspecify.annotations.NullMarked;
