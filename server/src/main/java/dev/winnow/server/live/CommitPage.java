package dev.winnow.server.live;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.storage.LogStore;
import dev.winnow.storage.RecordId;
import dev.winnow.storage.StoredRecord;
import java.util.List;

/**
 * Records that follow on a place, in the order of commits, none left out.
 *
 * @param end the place behind them
 * @param isLast whether there were no more at the time
 */
record CommitPage(List<StoredRecord> records, RecordId end, boolean isLast) {
  /** So many that a reader who is behind catches up, as a question costs more than its records. */
  static final int MOST_RECORDS = 2_000;

  /** By how much a page is made smaller that the store finds too large. */
  private static final int FEWER = 10;

  /** Reads what a tenant has behind a place. */
  static CommitPage read(LogStore store, String tenantId, RecordId after) {
    return read(store, tenantId, after, MOST_RECORDS);
  }

  private static CommitPage read(LogStore store, String tenantId, RecordId after, int limit) {
    try {
      // What came later may show before what was committed earlier, so it is left for next time.
      long upTo = store.commitSignal().last();
      List<StoredRecord> sure =
          store.reader().since(tenantId, after, limit).stream()
              .filter(record -> record.id().sequence() <= upTo)
              .toList();
      boolean isLast = sure.size() < limit;
      RecordId end = isLast ? later(after, endOf(upTo)) : sure.getLast().id();
      return new CommitPage(sure, end, isLast);
    } catch (WinnowException refusal) {
      if (refusal.code() != ErrorCode.ANSWER_TOO_LARGE || limit == 1) {
        throw refusal;
      }
      return read(store, tenantId, after, Math.max(1, limit / FEWER));
    }
  }

  private static RecordId later(RecordId a, RecordId b) {
    return a.compareTo(b) > 0 ? a : b;
  }

  /** The place behind all records of a commit. */
  static RecordId endOf(long sequence) {
    return new RecordId(sequence, Integer.MAX_VALUE, Integer.MAX_VALUE);
  }
}
