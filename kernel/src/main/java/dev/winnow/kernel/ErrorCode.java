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
      "invalid_predicate", Kind.PERMANENT, 422, "correct the place that the message names"),

  /** A predicate is well formed but deeper, longer or wider than is allowed. */
  PREDICATE_TOO_LARGE(
      "predicate_too_large", Kind.PERMANENT, 422, "split the predicate, or select more broadly"),

  /** A value in a request or a stored setting is not allowed; the message names the field. */
  INVALID_VALUE("invalid_value", Kind.PERMANENT, 422, "correct the field that the message names"),

  /** What a request names does not exist, or not for its tenant. */
  NOT_FOUND("not_found", Kind.PERMANENT, 404, "name one that exists; /docs tells of all"),

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

  /** A backup was cut off, is damaged or no backup, or was made by a newer program. */
  BACKUP_UNUSABLE(
      "backup_unusable",
      Kind.PERMANENT,
      422,
      "restore another one; nothing of this one was put in place"),

  /** The id of a record is not one. */
  INVALID_RECORD_ID(
      "invalid_record_id", Kind.PERMANENT, 422, "use an id as answers give it, 26 characters long"),

  /** The cursor of a page is not one. */
  INVALID_CURSOR(
      "invalid_cursor", Kind.PERMANENT, 422, "use the cursor of the page before, unchanged"),

  /** A question that this store cannot answer exactly. */
  UNSUPPORTED_QUERY(
      "unsupported_query", Kind.PERMANENT, 422, "ask for what the message says is possible"),

  /** A question whose answer would be larger than an answer may be. */
  ANSWER_TOO_LARGE(
      "answer_too_large", Kind.PERMANENT, 422, "ask for less time or tell fewer things apart"),

  /** No server answers, or what answers is none. */
  SERVER_NOT_REACHABLE(
      "server_not_reachable",
      Kind.TRANSIENT,
      503,
      "start one with 'winnow serve', or name where it is with --url"),

  /** A question took longer than the limit. */
  QUERY_TIMEOUT(
      "query_timeout", Kind.TRANSIENT, 504, "ask for less time, or for something more selective"),

  /** More is to be stored than the store keeps up with. */
  STORAGE_OVERLOADED(
      "storage_overloaded", Kind.TRANSIENT, 503, "send the same again after a while"),

  /** The store cannot be reached, written or trusted; a full disk among others. */
  STORAGE_UNAVAILABLE(
      "storage_unavailable", Kind.TRANSIENT, 503, "see the server's log; then send the same again"),

  /** The store cannot go on in this process. */
  STORAGE_BROKEN(
      "storage_broken",
      Kind.TRANSIENT,
      503,
      "start the server again, which a supervisor does by itself; what was acknowledged is kept"),

  /** What the store has written is damaged. */
  STORAGE_CORRUPT(
      "storage_corrupt", Kind.PERMANENT, 500, "restore the file that the server's log names"),

  /** A memory budget is below what the work needs at least. */
  BUDGET_TOO_SMALL(
      "budget_too_small", Kind.PERMANENT, 400, "raise the budget to the minimum in the message"),

  /** A key or a value of the configuration is unknown or not allowed. */
  INVALID_CONFIGURATION(
      "invalid_configuration",
      Kind.PERMANENT,
      500,
      "correct it; 'winnow config --reference' tells what each key takes"),

  /** An address or port to listen on is taken, or is none of this machine. */
  ADDRESS_NOT_AVAILABLE(
      "address_not_available",
      Kind.PERMANENT,
      503,
      "stop what listens there, or set the key that the message names"),

  /** Another process uses the data directory. */
  DATA_DIRECTORY_IN_USE(
      "data_directory_in_use",
      Kind.TRANSIENT,
      503,
      "stop that process, or name another directory with --data"),

  /** The data directory cannot be written, or a newer program has written it. */
  DATA_DIRECTORY_UNUSABLE(
      "data_directory_unusable",
      Kind.PERMANENT,
      503,
      "correct what the message names, or name another directory with --data"),

  /** A request is not in the form that its protocol asks for. */
  MALFORMED_REQUEST("malformed_request", Kind.PERMANENT, 400, "correct what the message names"),

  /** A request has a parameter that is unknown, or one whose value is not allowed. */
  INVALID_PARAMETER(
      "invalid_parameter",
      Kind.PERMANENT,
      422,
      "correct the parameter that the message names; /docs tells of all"),

  /** A request carries no credential that is valid. */
  UNAUTHENTICATED(
      "unauthenticated",
      Kind.PERMANENT,
      401,
      "send a token: 'Authorization: Bearer TOKEN'; an admin makes one with 'winnow token create'"),

  /** The credential is valid and does not allow what was asked for. */
  FORBIDDEN("forbidden", Kind.PERMANENT, 403, "use a token whose role allows it"),

  /** The address exists, and does not understand that method. */
  METHOD_NOT_ALLOWED("method_not_allowed", Kind.PERMANENT, 405, "use a method that /docs names"),

  /** A request came to a name, or from a web page, that the server does not serve. */
  ORIGIN_NOT_ALLOWED(
      "origin_not_allowed",
      Kind.PERMANENT,
      403,
      "add it to the key of the configuration that the message names, if it may be trusted"),

  /** The answer cannot be given in a form that the request accepts. */
  NOT_ACCEPTABLE(
      "not_acceptable", Kind.PERMANENT, 406, "accept application/json, or what /docs tells"),

  /** A body is larger than is allowed, as it came or decompressed. */
  REQUEST_TOO_LARGE("request_too_large", Kind.PERMANENT, 413, "send fewer records in one request"),

  /** The address and the headers of a request are longer than is allowed. */
  REQUEST_HEAD_TOO_LARGE(
      "request_head_too_large",
      Kind.PERMANENT,
      431,
      "send a shorter address or fewer headers, or raise limits.header_size"),

  /** A body is of a type or encoding that is not understood there. */
  UNSUPPORTED_MEDIA_TYPE(
      "unsupported_media_type",
      Kind.PERMANENT,
      415,
      "send a Content-Type and Content-Encoding that the message names"),

  /** A token or tenant has sent more than its rate allows. */
  RATE_LIMITED(
      "rate_limited", Kind.TRANSIENT, 429, "wait as long as Retry-After says, then send again"),

  /** Too many wrong tokens came from one address. */
  SIGN_IN_LIMITED(
      "sign_in_limited",
      Kind.TRANSIENT,
      429,
      "wait as long as Retry-After says, then sign in with a token that is right"),

  /** A request did not come or could not be answered in time. */
  REQUEST_TIMEOUT("request_timeout", Kind.TRANSIENT, 408, "send the request without pauses"),

  /** A fault of Winnow itself. The same bytes would most likely meet it again. */
  INTERNAL_ERROR(
      "internal_error",
      Kind.PERMANENT,
      500,
      "report it with the trace_id, which is in the server's log too"),

  /** More requests are at work than there is room for. */
  OVERLOADED(
      "overloaded", Kind.TRANSIENT, 503, "wait as long as Retry-After says, then send again"),

  /** The server is about to end. */
  SHUTTING_DOWN(
      "shutting_down", Kind.TRANSIENT, 503, "wait as long as Retry-After says, then send again"),

  /** The disk has less free space than is kept for what was accepted already. */
  DISK_NEARLY_FULL(
      "disk_nearly_full",
      Kind.TRANSIENT,
      503,
      "free space, shorten the retention, or lower data.min_free");

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
