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

  /** A value in a request or a stored setting is not allowed; the message names the field. */
  INVALID_VALUE("invalid_value", Kind.PERMANENT, 422, "correct the field that the message names"),

  /** What a request names does not exist, or not for its tenant. */
  NOT_FOUND("not_found", Kind.PERMANENT, 404, "list what exists, and name one of it"),

  /** Something else already has the name or id. */
  NAME_TAKEN("name_taken", Kind.PERMANENT, 409, "choose another name, or change what has this one"),

  /** As many of a kind exist as may exist. */
  LIMIT_REACHED("limit_reached", Kind.PERMANENT, 409, "remove some that are not needed"),

  /** What must always exist cannot be removed. */
  NOT_REMOVABLE("not_removable", Kind.PERMANENT, 409, "change it instead of removing it"),

  /** The store of tokens and settings does not answer at present. */
  CONTROL_STORE_UNAVAILABLE(
      "control_store_unavailable", Kind.TRANSIENT, 503, "repeat the request after a while"),

  /** The store of tokens and settings is damaged, or may not be read or written. */
  CONTROL_STORE_UNUSABLE(
      "control_store_unusable",
      Kind.PERMANENT,
      500,
      "restore it from a backup, or correct its permissions"),

  /** The store of tokens and settings was written by a newer program. */
  CONTROL_STORE_TOO_NEW(
      "control_store_too_new", Kind.PERMANENT, 500, "run the newer program, or restore a backup"),

  /** A snapshot is damaged or was written by a newer program. */
  SNAPSHOT_UNUSABLE(
      "snapshot_unusable", Kind.PERMANENT, 422, "start without it; ids do not depend on snapshots"),

  /** The id of a record is not one. */
  INVALID_RECORD_ID(
      "invalid_record_id", Kind.PERMANENT, 400, "use an id as answers give it, 26 characters long"),

  /** The cursor of a page is not one. */
  INVALID_CURSOR(
      "invalid_cursor", Kind.PERMANENT, 400, "use the cursor of the page before, unchanged"),

  /** A question that this store cannot answer exactly. */
  UNSUPPORTED_QUERY(
      "unsupported_query", Kind.PERMANENT, 422, "ask for what the message says is possible"),

  /** A question whose answer would be larger than an answer may be. */
  ANSWER_TOO_LARGE(
      "answer_too_large", Kind.PERMANENT, 422, "ask for less time or tell fewer things apart"),

  /** A question took longer than the limit. */
  QUERY_TIMEOUT(
      "query_timeout", Kind.TRANSIENT, 504, "ask for less time, or for something more selective"),

  /** More is to be stored than the store keeps up with. */
  STORAGE_OVERLOADED(
      "storage_overloaded", Kind.TRANSIENT, 503, "send the same again after a while"),

  /** The store cannot be reached, written or trusted; a full disk among others. */
  STORAGE_UNAVAILABLE(
      "storage_unavailable", Kind.TRANSIENT, 503, "see the server's log; then send the same again"),

  /** What the store has written is damaged. */
  STORAGE_CORRUPT(
      "storage_corrupt", Kind.PERMANENT, 500, "restore the file that the server's log names"),

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
