package dev.winnow.formats.otlp;

import dev.winnow.formats.request.RequestCount;
import dev.winnow.kernel.record.AnyValue;
import dev.winnow.kernel.record.LogRecord;
import java.util.ArrayList;
import java.util.Collections;

/** What was read of a request so far, within its limits. */
final class RequestDraft {
  static final String TOO_DEEP = "a value nests more than " + AnyValue.MAX_DEPTH + " deep";

  private final DecodeLimits limits;
  private final RequestCount count;
  private ArrayList<LogRecord> records = new ArrayList<>();
  private long rejected;
  private String errorMessage = "";

  RequestDraft(DecodeLimits limits) {
    this.limits = limits;
    count = new RequestCount(limits.records(), limits.values());
  }

  void begin() {
    count.begin();
    records = new ArrayList<>();
    rejected = 0;
    errorMessage = "";
  }

  DecodeLimits limits() {
    return limits;
  }

  /** Makes room for records to come, if so many are allowed. */
  void expect(int more) {
    count.records(more);
    records.ensureCapacity(records.size() + more);
  }

  /** Counts an attribute or an element of a list, if one more is allowed. */
  void countValue() {
    count.value();
  }

  /** Tells the sender something, if there is nothing worse to tell. */
  void warn(String message) {
    if (errorMessage.isEmpty()) {
      errorMessage = message;
    }
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
