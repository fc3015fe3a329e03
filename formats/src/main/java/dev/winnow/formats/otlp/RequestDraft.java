package dev.winnow.formats.otlp;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.kernel.record.AnyValue;
import dev.winnow.kernel.record.LogRecord;
import java.util.ArrayList;
import java.util.Collections;

/** What was read of a request so far, within its limits. */
final class RequestDraft {
  static final String TOO_DEEP = "a value nests more than " + AnyValue.MAX_DEPTH + " deep";

  private final DecodeLimits limits;
  private ArrayList<LogRecord> records = new ArrayList<>();
  private int values;
  private long rejected;
  private String errorMessage = "";

  RequestDraft(DecodeLimits limits) {
    this.limits = limits;
  }

  void begin() {
    records = new ArrayList<>();
    values = 0;
    rejected = 0;
    errorMessage = "";
  }

  DecodeLimits limits() {
    return limits;
  }

  /** Makes room for records to come, if so many are allowed. */
  void expect(int count) {
    if (count > limits.records() - read()) {
      throw tooLarge("log records", limits.records());
    }
    records.ensureCapacity(records.size() + count);
  }

  /** Counts an attribute or an element of a list, if one more is allowed. */
  void countValue() {
    if (++values > limits.values()) {
      throw tooLarge("values", limits.values());
    }
  }

  /** Tells the sender something, if there is nothing worse to tell. */
  void warn(String message) {
    if (errorMessage.isEmpty()) {
      errorMessage = message;
    }
  }

  private static WinnowException tooLarge(String what, int limit) {
    return new WinnowException(
        ErrorCode.REQUEST_TOO_LARGE, "the request has more than " + limit + " " + what);
  }

  void add(LogRecord record) {
    records.add(record);
  }

  /** Leaves the next record out. */
  void reject(String reason) {
    if (rejected == 0) {
      errorMessage = "log record " + read() + ": " + reason;
    }
    rejected++;
  }

  private long read() {
    return records.size() + rejected;
  }

  LogsRequest finish() {
    return new LogsRequest(Collections.unmodifiableList(records), rejected, errorMessage);
  }
}
