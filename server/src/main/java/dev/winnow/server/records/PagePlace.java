package dev.winnow.server.records;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.storage.PageCursor;
import org.jspecify.annotations.Nullable;

/**
 * Where a page begins.
 *
 * @param page its number, from 1 on
 * @param after the last record of the page before; null on the first
 */
public record PagePlace(int page, @Nullable PageCursor after) {
  public static final PagePlace FIRST = new PagePlace(1, null);

  private static final char SEPARATOR = '.';

  /**
   * Reads the cursor that {@link #next} wrote; without one, it is the first page.
   *
   * @throws WinnowException {@code invalid_cursor} if it is something else
   */
  public static PagePlace parse(@Nullable String cursor) {
    if (cursor == null || cursor.isEmpty()) {
      return FIRST;
    }
    int separator = cursor.indexOf(SEPARATOR);
    int page = separator < 0 ? 0 : page(cursor.substring(0, separator));
    return new PagePlace(page, PageCursor.parse(cursor.substring(separator + 1)));
  }

  private static int page(String digits) {
    try {
      int page = Integer.parseInt(digits);
      if (page > 1 && page < Integer.MAX_VALUE) {
        return page;
      }
    } catch (NumberFormatException notANumber) {
      // Refused as a number out of bounds is.
    }
    throw new WinnowException(
        ErrorCode.INVALID_CURSOR, "the cursor is not one that an answer gave");
  }

  /** The cursor of the page that begins behind a place. */
  String next(PageCursor last) {
    return page + 1 + String.valueOf(SEPARATOR) + last;
  }
}
