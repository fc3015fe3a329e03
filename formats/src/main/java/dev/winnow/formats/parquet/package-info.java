/**
 * Tables in Apache Parquet, written as they come.
 *
 * <p>A {@link dev.winnow.formats.parquet.ParquetWriter} takes row after row and holds one row group
 * of bounded size. It writes what every reader understands, and nothing else: flat columns, one
 * page of plain values for each column of a row group, packed with zstd.
 */
@NullMarked
package dev.winnow.formats.parquet;

import org.jspecify.annotations.NullMarked;
