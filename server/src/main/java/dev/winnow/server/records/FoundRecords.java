package dev.winnow.server.records;

import dev.winnow.storage.PageCursor;
import dev.winnow.storage.RecordQuery;
import dev.winnow.storage.StoredRecord;
import java.util.List;
import java.util.function.Function;

/**
 * What a question found.
 *
 * @param isEnd whether there is nothing behind it
 */
public record FoundRecords(List<Found> records, boolean isEnd) {
  /** A record as it is answered, and where it is. */
  public record Found(RecordAnswer answer, PageCursor place) {
    private static Found of(StoredRecord stored, RecordExtent extent) {
      return new Found(extent.of(stored), PageCursor.of(stored));
    }
  }

  /**
   * Asks for records. Of brief ones as many are given as are asked for unless they are very large;
   * whole ones must fit into memory together.
   */
  public static FoundRecords of(
      Function<RecordQuery, List<StoredRecord>> reader, RecordQuery query, RecordExtent extent) {
    if (extent.isBrief()) {
      Portions portions = Portions.of(reader, query);
      List<Found> found = portions.collect(query.limit(), stored -> Found.of(stored, extent));
      return new FoundRecords(found, portions.isAtEnd());
    }
    List<StoredRecord> stored = reader.apply(query);
    return new FoundRecords(
        stored.stream().map(each -> Found.of(each, extent)).toList(),
        stored.size() < query.limit());
  }
}
