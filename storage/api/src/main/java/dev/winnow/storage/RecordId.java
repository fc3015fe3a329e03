package dev.winnow.storage;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import java.util.Comparator;

/**
 * The identity of a stored record, in the order of commits.
 *
 * <p>As text it is 26 characters of Crockford's base 32, which sort as the ids do.
 *
 * @param sequence the commit, from 1 on
 * @param ordinal the place of the record in its batch, from 0 on
 * @param epochDay the day of the partition, in days since 1970; where to look for it
 */
public record RecordId(long sequence, int ordinal, int epochDay) implements Comparable<RecordId> {
  private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int LENGTH = 26;
  private static final int DIGIT_BITS = 5;
  private static final Comparator<RecordId> BY_COMMIT =
      Comparator.comparingLong(RecordId::sequence)
          .thenComparingInt(RecordId::ordinal)
          .thenComparingInt(RecordId::epochDay);

  public RecordId {
    if (sequence < 0 || ordinal < 0 || epochDay < 0) {
      throw new IllegalArgumentException("a part of a record id is negative");
    }
  }

  /**
   * Reads an id that {@link #toString} wrote, in either case.
   *
   * @throws WinnowException {@code invalid_record_id} if it is none
   */
  public static RecordId parse(String text) {
    if (text.length() != LENGTH) {
      throw invalid(text);
    }
    long high = 0;
    long low = 0;
    for (int i = 0; i < LENGTH; i++) {
      int digit = DIGITS.indexOf(upper(text.charAt(i)));
      if (digit < 0 || (i == 0 && digit > 3)) {
        throw invalid(text);
      }
      high = high << DIGIT_BITS | low >>> (Long.SIZE - DIGIT_BITS);
      low = low << DIGIT_BITS | digit;
    }
    int ordinal = (int) (low >>> Integer.SIZE);
    if (high < 0 || ordinal < 0 || (int) low < 0) {
      throw invalid(text);
    }
    return new RecordId(high, ordinal, (int) low);
  }

  private static char upper(char c) {
    return c >= 'a' && c <= 'z' ? (char) (c - 'a' + 'A') : c;
  }

  private static WinnowException invalid(String text) {
    String shown = text.length() > LENGTH ? text.substring(0, LENGTH) + "..." : text;
    return new WinnowException(
        ErrorCode.INVALID_RECORD_ID, "not a record id of " + LENGTH + " characters: " + shown);
  }

  @Override
  public int compareTo(RecordId other) {
    return BY_COMMIT.compare(this, other);
  }

  @Override
  public String toString() {
    char[] text = new char[LENGTH];
    long high = sequence;
    long low = (long) ordinal << Integer.SIZE | epochDay;
    for (int i = LENGTH - 1; i >= 0; i--) {
      text[i] = DIGITS.charAt((int) (low & 31));
      low = low >>> DIGIT_BITS | high << (Long.SIZE - DIGIT_BITS);
      high >>>= DIGIT_BITS;
    }
    return new String(text);
  }
}
