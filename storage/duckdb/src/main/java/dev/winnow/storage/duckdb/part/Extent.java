package dev.winnow.storage.duckdb.part;

import dev.winnow.storage.duckdb.block.NumberColumn;
import dev.winnow.storage.duckdb.block.RowBlock;
import dev.winnow.storage.duckdb.table.PartSchema;
import dev.winnow.storage.duckdb.table.RecordColumn;

/**
 * How many records a part holds, and from when; see {@link PartView}.
 *
 * @param countedFrom the first minute of which something is counted, since 1970
 * @param countedTo the last
 */
record Extent(
    long records,
    long earliest,
    long latest,
    long firstSequence,
    long lastSequence,
    long countedFrom,
    long countedTo) {
  static final Extent NOTHING =
      new Extent(0, Long.MAX_VALUE, 0, Long.MAX_VALUE, 0, Long.MAX_VALUE, 0);

  private static final long NANOS_PER_MINUTE = 60_000_000_000L;

  /** The extent with some rows more. */
  Extent with(RowBlock block, int from, int to) {
    if (from == to) {
      return this;
    }
    NumberColumn timestamps = block.numbers(RecordColumn.TIMESTAMP.position());
    NumberColumn observed = block.numbers(RecordColumn.OBSERVED_TIMESTAMP.position());
    long first = earliest;
    long last = latest;
    for (int row = from; row < to; row++) {
      long time = timestamps.at(row) == 0 ? observed.at(row) : timestamps.at(row);
      first = Math.min(first, time);
      last = Math.max(last, time);
    }
    long sequence = block.numbers(RecordColumn.BATCH_SEQUENCE.position()).at(from);
    return new Extent(
        records + to - from,
        first,
        last,
        Math.min(firstSequence, sequence),
        Math.max(lastSequence, sequence),
        countedFrom,
        countedTo);
  }

  /** The extent with what rollups count. */
  Extent with(RowBlock rollups) {
    NumberColumn minutes = rollups.numbers(PartSchema.ROLLUP_MINUTE);
    long first = countedFrom;
    long last = countedTo;
    for (int row = 0; row < rollups.rows(); row++) {
      first = Math.min(first, minutes.at(row));
      last = Math.max(last, minutes.at(row));
    }
    return new Extent(records, earliest, latest, firstSequence, lastSequence, first, last);
  }

  /** The first time of which a record or a count may be here. */
  long from() {
    return countedFrom == Long.MAX_VALUE
        ? earliest
        : Math.min(earliest, countedFrom * NANOS_PER_MINUTE);
  }

  /** The last time of which a record or a count may be here. */
  long to() {
    return countedFrom == Long.MAX_VALUE
        ? latest
        : Math.max(latest, (countedTo + 1) * NANOS_PER_MINUTE - 1);
  }
}
