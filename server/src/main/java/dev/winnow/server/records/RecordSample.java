package dev.winnow.server.records;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
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
    for (int limit = most; ; limit = Math.max(1, limit / RecordPieces.FEWER)) {
      try {
        List<StoredRecord> records =
            reader.search(new RecordQuery(selection, RecordQuery.Order.NEWEST_FIRST, null, limit));
        return new RecordSample(records, records.size() < limit);
      } catch (WinnowException refusal) {
        if (refusal.code() != ErrorCode.ANSWER_TOO_LARGE || limit == 1) {
          throw refusal;
        }
      }
    }
  }
}
