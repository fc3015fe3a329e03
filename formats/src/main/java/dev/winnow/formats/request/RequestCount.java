package dev.winnow.formats.request;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;

/**
 * Counts what a request holds while it is read, so that few bytes do not become many objects. Not
 * thread-safe.
 */
public final class RequestCount {
  private final int maxRecords;
  private final int maxValues;
  private int records;
  private int values;

  /**
   * A count within limits.
   *
   * @param maxRecords log records of a request; one with more is refused
   * @param maxValues values in all of its records together; likewise
   */
  public RequestCount(int maxRecords, int maxValues) {
    this.maxRecords = maxRecords;
    this.maxValues = maxValues;
  }

  /** Begins another request. */
  public void begin() {
    records = 0;
    values = 0;
  }

  /**
   * Counts log records to come.
   *
   * @throws WinnowException with {@code REQUEST_TOO_LARGE} if so many more are not allowed
   */
  public void records(int more) {
    if (more > maxRecords - records) {
      throw tooLarge("log records", maxRecords);
    }
    records += more;
  }

  /**
   * Counts a value.
   *
   * @throws WinnowException with {@code REQUEST_TOO_LARGE} if one more is not allowed
   */
  public void value() {
    values(1);
  }

  /**
   * Counts values to come.
   *
   * @throws WinnowException with {@code REQUEST_TOO_LARGE} if so many more are not allowed
   */
  public void values(int more) {
    if (more > maxValues - values) {
      throw tooLarge("values", maxValues);
    }
    values += more;
  }

  private static WinnowException tooLarge(String what, int limit) {
    return new WinnowException(
        ErrorCode.REQUEST_TOO_LARGE, "the request has more than " + limit + " " + what);
  }
}
