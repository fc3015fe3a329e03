package dev.winnow.server.records;

import dev.winnow.storage.LogReader;
import dev.winnow.storage.RecordQuery;
import dev.winnow.storage.Selection;
import dev.winnow.storage.StoredRecord;
import java.util.List;

/**
 * The newest records of a selection, to learn from: so many as are wished, or else, where they are
 * large, as the store can hold.
 *
 * @param isComplete whether these are all that are selected
 */
public record RecordSample(List<StoredRecord> records, boolean isComplete) {
  public static RecordSample of(LogReader reader, Selection selection, int most) {
    Portions portions =
        Portions.of(
            reader::search, new RecordQuery(selection, RecordQuery.Order.NEWEST_FIRST, null, most));
    List<StoredRecord> newest = portions.next(most);
    return new RecordSample(newest, portions.isAtEnd());
  }
}
