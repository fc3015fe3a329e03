package dev.winnow.storage;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;

/**
 * The place of a record in an answer, from which the next page goes on. It stays valid while
 * records come and go.
 *
 * @param time the record's time, in nanoseconds since 1970
 */
public record PageCursor(long time, RecordId id) {
  private static final int TIME_DIGITS = 16;

  /** Where a record is. */
  public static PageCursor of(StoredRecord record) {
    return new PageCursor(record.kept().record().time(), record.id());
  }

  /**
   * Reads what {@link #toString} wrote.
   *
   * @throws WinnowException {@code invalid_cursor} if it is something else
   */
  public static PageCursor parse(String text) {
    try {
      long time = Long.parseLong(text, 0, Math.min(TIME_DIGITS, text.length()), TIME_DIGITS);
      return new PageCursor(time, RecordId.parse(text.substring(TIME_DIGITS)));
    } catch (NumberFormatException | IndexOutOfBoundsException | WinnowException notOurs) {
      throw new WinnowException(
          ErrorCode.INVALID_CURSOR, "the cursor is not one that an answer gave", notOurs);
    }
  }

  @Override
  public String toString() {
    String hex = Long.toHexString(time);
    return "0".repeat(TIME_DIGITS - hex.length()) + hex + id;
  }
}
