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

/**
 * Reads records that follow on each other, in portions that the store can hold: few at a time where
 * they are large. For one thread.
 */
public final class Portions {
  /** About what a portion has where records are large; several are in memory at once. */
  private static final long BYTES = 8L << 20;

  /** By how much a portion is made smaller that the store finds too large. */
  private static final int FEWER = 4;

  /** By how much a portion may be larger than the one before, as what follows may be larger. */
  private static final int MORE = 2;

  /** More portions are not collected for one answer, which then ends before its limit. */
  static final int MOST_PORTIONS = 64;

  /** Reads records from a place on. */
  @FunctionalInterface
  public interface Source {
    /**
     * Some records.
     *
     * @param last the record that they follow on; null for the first ones
     * @param limit so many at most; fewer only if there are no more
     */
    List<StoredRecord> read(@Nullable StoredRecord last, int limit);
  }

  private final Source source;
  private int limit;
  private @Nullable StoredRecord last;
  private boolean isAtEnd;

  /**
   * Nothing is read yet.
   *
   * @param first the number of records of the first portion, as nobody knows how large they are
   */
  public Portions(int first, Source source) {
    limit = first;
    this.source = source;
  }

  /** What a question finds, whose limit is the size of the first portion. */
  public static Portions of(Function<RecordQuery, List<StoredRecord>> reader, RecordQuery query) {
    return new Portions(
        query.limit(),
        (last, limit) -> {
          PageCursor after = last == null ? query.after() : PageCursor.of(last);
          return reader.apply(new RecordQuery(query.selection(), query.order(), after, limit));
        });
  }

  /**
   * The next portion; empty if there are no more records.
   *
   * @param most the number of records at most
   * @throws WinnowException {@code answer_too_large} if the store cannot hold a single one
   */
  public List<StoredRecord> next(int most) {
    if (isAtEnd) {
      return List.of();
    }
    limit = Math.min(limit, most);
    List<StoredRecord> portion = read();
    isAtEnd = portion.size() < limit;
    if (!isAtEnd) {
      last = portion.getLast();
      limit = limitAfter(portion);
    }
    return portion;
  }

  /** Whether all that there is was given. */
  public boolean isAtEnd() {
    return isAtEnd;
  }

  /** The next records as they are answered; fewer than asked for only if they are very large. */
  <T> List<T> collect(int most, Function<StoredRecord, T> answer) {
    List<T> collected = new ArrayList<>();
    for (int i = 0; i < MOST_PORTIONS && !isAtEnd && collected.size() < most; i++) {
      next(most - collected.size()).stream().map(answer).forEach(collected::add);
    }
    return collected;
  }

  private List<StoredRecord> read() {
    while (true) {
      try {
        return source.read(last, limit);
      } catch (WinnowException refusal) {
        if (refusal.code() != ErrorCode.ANSWER_TOO_LARGE || limit == 1) {
          throw refusal;
        }
        limit = Math.max(1, limit / FEWER);
      }
    }
  }

  /** How many records the next portion has, if they are as large as those of this one. */
  private static int limitAfter(List<StoredRecord> portion) {
    long bytes = portion.stream().mapToLong(stored -> stored.kept().bytes()).sum();
    long asLarge = BYTES * portion.size() / Math.max(1, bytes);
    return (int) Math.clamp(asLarge, 1, (long) MORE * portion.size());
  }
}
