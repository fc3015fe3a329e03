package dev.winnow.server.export;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.storage.PageCursor;
import dev.winnow.storage.RecordQuery;
import dev.winnow.storage.Selection;
import dev.winnow.storage.StoredRecord;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** All records of a selection, the oldest first, in pages of about {@value #PAGE_BYTES} bytes. */
final class RecordPages {
  private static final int PAGE_BYTES = 4 << 20;

  /** The records of the first page, when their size is not known yet. */
  private static final int FIRST = 100;

  /** Beyond it, larger pages save no time. */
  private static final int MOST = 2_000;

  /** By how much a page is made smaller that the store finds too large. */
  private static final int FEWER = 10;

  private final Function<RecordQuery, List<StoredRecord>> reader;
  private final Selection selection;
  private @Nullable PageCursor place;
  private int most = MOST;
  private int limit = FIRST;
  private boolean isAtEnd;

  RecordPages(Function<RecordQuery, List<StoredRecord>> reader, Selection selection) {
    this.reader = reader;
    this.selection = selection;
  }

  /** The next page; empty if there are no more records. */
  List<StoredRecord> next() {
    if (isAtEnd) {
      return List.of();
    }
    List<StoredRecord> page = read();
    isAtEnd = page.size() < limit;
    if (!isAtEnd) {
      place = PageCursor.of(page.getLast());
      limit = limitAfter(page);
    }
    return page;
  }

  private List<StoredRecord> read() {
    try {
      return reader.apply(new RecordQuery(selection, RecordQuery.Order.OLDEST_FIRST, place, limit));
    } catch (WinnowException refusal) {
      if (refusal.code() != ErrorCode.ANSWER_TOO_LARGE || limit == 1) {
        throw refusal;
      }
      most = Math.max(1, limit / FEWER);
      limit = most;
      return read();
    }
  }

  /** How many records the next page has, if they are as large as those of this one. */
  private int limitAfter(List<StoredRecord> page) {
    long bytes = page.stream().mapToLong(record -> record.kept().bytes()).sum();
    return Math.clamp((long) PAGE_BYTES * page.size() / Math.max(1, bytes), 1, most);
  }
}
