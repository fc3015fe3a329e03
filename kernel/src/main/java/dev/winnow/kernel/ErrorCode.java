package dev.winnow.kernel;

/**
 * A kind of failure, with what each edge needs to report it in its own dialect.
 *
 * <p>The {@linkplain #code() code} is stable: programs may compare it, messages may change.
 */
public enum ErrorCode {
  /** An input is missing, a directory, or may not be read. */
  INPUT_NOT_READABLE(
      "input_not_readable",
      Kind.PERMANENT,
      400,
      "name a regular file that this user may read, or - for standard input"),

  /** A file cannot be written: its directory is missing, the user may not, or the disk is full. */
  OUTPUT_NOT_WRITABLE(
      "output_not_writable",
      Kind.PERMANENT,
      400,
      "name a file in a directory that this user may write to"),

  /** A value cannot be part of a record, such as a trace id that is not hexadecimal. */
  INVALID_RECORD("invalid_record", Kind.PERMANENT, 422, "correct the field that the message names"),

  /** A predicate is not well formed; the message says where. */
  INVALID_PREDICATE(
      "invalid_predicate", Kind.PERMANENT, 400, "correct the place that the message names"),

  /** A predicate is well formed but deeper, longer or wider than is allowed. */
  PREDICATE_TOO_LARGE(
      "predicate_too_large", Kind.PERMANENT, 400, "split the predicate, or select more broadly"),

  /** A snapshot is damaged or was written by a newer program. */
  SNAPSHOT_UNUSABLE(
      "snapshot_unusable", Kind.PERMANENT, 422, "start without it; ids do not depend on snapshots"),

  /** A memory budget is below what the work needs at least. */
  BUDGET_TOO_SMALL(
      "budget_too_small", Kind.PERMANENT, 400, "raise the budget to the minimum in the message");

  /** Whether the same request can succeed later. */
  public enum Kind {
    /** The request must change before it can succeed. */
    PERMANENT,
    /** The same request may succeed after a while. */
    TRANSIENT
  }

  private final String code;
  private final Kind kind;
  private final int httpStatus;
  private final String remedy;

  ErrorCode(String code, Kind kind, int httpStatus, String remedy) {
    this.code = code;
    this.kind = kind;
    this.httpStatus = httpStatus;
    this.remedy = remedy;
  }

  /** The stable name in {@code snake_case}. */
  public String code() {
    return code;
  }

  public Kind kind() {
    return kind;
  }

  /** The status with which REST answers. */
  public int httpStatus() {
    return httpStatus;
  }

  /** What the caller can do about it. */
  public String remedy() {
    return remedy;
  }
}
