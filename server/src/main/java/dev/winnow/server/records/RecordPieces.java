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
public final class RecordPieces {
  /** By how much a piece is made smaller that the store finds too large. */
  static final int FEWER = 4;

  /** About what a piece has where records are large; several are read at once. */
  private static final long PIECE_BYTES = 8L << 20;

  /** More questions are not asked for one answer, which then ends before its limit. */
  static final int MOST_PIECES = 64;

  /** A record as it is kept, and where it is. */
  public record Piece(RecordAnswer answer, PageCursor place) {}

  /**
   * What was found.
   *
   * @param isEnd whether there is nothing behind it
   */
  record Found(List<Piece> pieces, boolean isEnd) {}

  private final Function<RecordQuery, List<StoredRecord>> reader;
  private final RecordExtent extent;

  public RecordPieces(Function<RecordQuery, List<StoredRecord>> reader, RecordExtent extent) {
    this.reader = reader;
    this.extent = extent;
  }

  /** The first records that a question finds, all that it asks for unless they are very large. */
  public List<Piece> first(RecordQuery query) {
    return search(query).pieces();
  }

  /** What a question finds. It is asked as a whole, unless that takes too much memory. */
  Found search(RecordQuery query) {
    List<Piece> found = new ArrayList<>();
    PageCursor after = query.after();
    int piece = query.limit();
    for (int asked = 0; asked < MOST_PIECES && found.size() < query.limit(); asked++) {
      int wanted = Math.min(piece, query.limit() - found.size());
      List<StoredRecord> next = read(query, after, wanted);
      if (next == null) {
        piece = Math.max(1, wanted / FEWER);
        continue;
      }
      next.forEach(stored -> found.add(new Piece(extent.of(stored), PageCursor.of(stored))));
      if (next.size() < wanted) {
        return new Found(found, true);
      }
      after = found.getLast().place();
      piece = limitAfter(next, query.limit());
    }
    return new Found(found, false);
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

  /** How many records the next piece has, if they are as large as those of this one. */
  private static int limitAfter(List<StoredRecord> piece, int most) {
    long bytes = piece.stream().mapToLong(stored -> stored.kept().bytes()).sum();
    return Math.clamp(PIECE_BYTES * piece.size() / Math.max(1, bytes), 1, most);
  }
}
