/**
 * A store in files of DuckDB, behind a log of its own.
 *
 * <p>A batch is committed when it is in the log, which is synced. One thread, the loader, then
 * moves the records into files of DuckDB, in commits of whole row groups where load allows. DuckDB
 * keeps no log of these commits; from time to time a file is made durable as a whole, and what the
 * log has from before goes. At the start, the log is applied to each file from where the file
 * stands, so every batch is in exactly once.
 *
 * <p>A <em>part</em> is such a file: a piece of one partition, a day and a retention class. It has
 * three tables, all of them only ever added to, because DuckDB cannot make a file durable beside a
 * reader who still needs the former version of a row:
 *
 * <ul>
 *   <li>{@code records}: a row for each record, with the columns of {@link
 *       dev.winnow.storage.duckdb.table.RecordColumn}.
 *   <li>{@code rollups}: what records add to the counts: {@code tenant_id, template_id,
 *       service_name, severity_number, minute, records, bytes}. Several rows may have the same key;
 *       their sum counts. Those of a commit are there with its last record.
 *   <li>{@code applied}: how far the log has been applied: {@code batch_sequence, rows}, the number
 *       of rows of that batch that are in, or 2147483647 once its counts are in, too. The largest
 *       counts.
 * </ul>
 *
 * <p>No column is ever null: what is absent is the empty text, or 0, as in the record model. Ids
 * and hashes of 64 bits are their bits as a signed {@code BIGINT}. Texts in JSON are those of
 * {@link dev.winnow.storage.duckdb.table.ValueJson}, which gives back equal values.
 */
@NullMarked
package dev.winnow.storage.duckdb;

import org.jspecify.annotations.NullMarked;
