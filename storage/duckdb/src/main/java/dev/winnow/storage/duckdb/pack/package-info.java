/**
 * Rewriting of parts that nothing is added to any more, so that they are small and fast to read.
 *
 * <p>{@link dev.winnow.storage.duckdb.pack.Packer} looks at a sample of a part to find out what its
 * attributes are ({@link dev.winnow.storage.duckdb.pack.KeySample}), then writes slice by slice of
 * time into another file, and last compares what both files show.
 */
@NullMarked
package dev.winnow.storage.duckdb.pack;

import org.jspecify.annotations.NullMarked;
