package dev.winnow.server.records;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.storage.PageCursor;
import dev.winnow.storage.RecordQuery;
import dev.winnow.storage.StoredRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads records of which little is kept, in pieces that the store can hold. */
final class RecordPieces {
  /** By how much a piece is made smaller that the store finds too large. */
  private static final int FEWER = 4;

  /** A record as it is kept, and where it is. */
  record Piece(RecordAnswer answer, PageCursor place) {}

  private final Function<RecordQuery, List<StoredRecord>> reader;
  private final RecordExtent extent;

  RecordPieces(Function<RecordQuery, List<StoredRecord>> reader, RecordExtent extent) {
    this.reader = reader;
    this.extent = extent;
  }

  /** What a question finds. It is asked as a whole, unless that takes too much memory. */
  List<Piece> search(RecordQuery query) {
    List<Piece> found = new ArrayList<>();
    PageCursor after = query.after();
    int piece = query.limit();
    while (found.size() < query.limit()) {
      int wanted = Math.min(piece, query.limit() - found.size());
      List<StoredRecord> next = read(query, after, wanted);
      if (next == null) {
        piece = Math.max(1, wanted / FEWER);
        continue;
      }
      for (StoredRecord stored : next) {
        found.add(new Piece(extent.of(stored), PageCursor.of(stored)));
      }
      if (next.size() < wanted) {
        break;
      }
      after = found.getLast().place();
    }
    return found;
  }

  /** Some of the records; null if they are too many for the store. */
  private @Nullable List<StoredRecord> read(
      RecordQuery query, @Nullable PageCursor after, int limit) {
    try {
      return reader.apply(new RecordQuery(query.selection(), query.order(), after, limit));
    } catch (WinnowException refusal) {
      if (!extent.isBrief() || refusal.code() != ErrorCode.ANSWER_TOO_LARGE || limit == 1) {
        throw refusal;
      }
      return null;
    }
  }
}
