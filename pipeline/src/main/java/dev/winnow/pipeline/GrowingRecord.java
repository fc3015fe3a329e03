package dev.winnow.pipeline;

import dev.winnow.kernel.record.AnyValue.StringValue;
import dev.winnow.kernel.record.LogRecord;
import dev.winnow.kernel.record.SeverityNumber;
import dev.winnow.kernel.stacktrace.StackTraceLines;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The last record of a stream, to which the lines of its stack trace are joined. */
final class GrowingRecord {
  /*
   * A record is a line of the trace before it if its body is one line that continues a trace and
   * nothing but time and body tells the two apart; so all that joining loses is when each line was
   * written. Records of SDKs differ in attributes, and their bodies are never looked at.
   */

  /** A body does not grow beyond so many characters; the next line begins another record. */
  private static final int MAX_CHARACTERS = 1 << 20;

  private final StackTraceLines trace = new StackTraceLines();
  private @Nullable LogRecord record;
  private int index;
  private boolean isTraceBegun;
  private final StringBuilder body = new StringBuilder();

  /** Begins with a record that stands at a place in a list. */
  void begin(LogRecord first, int place) {
    record = first;
    index = place;
    isTraceBegun = false;
    body.setLength(0);
  }

  /** Whether the next record of the stream is a line of this one. */
  boolean continuesWith(LogRecord next) {
    LogRecord first = record;
    return first != null
        && first.body() instanceof StringValue text
        && next.body() instanceof StringValue line
        && isAlike(first, next)
        && Math.max(body.length(), text.value().length()) + line.value().length() < MAX_CHARACTERS
        && continuesWith(text.value(), line.value());
  }

  private static boolean isAlike(LogRecord first, LogRecord next) {
    boolean isUnstated =
        next.severityNumber() == SeverityNumber.UNSPECIFIED && next.severityText().isEmpty();
    boolean isSameSeverity =
        next.severityNumber() == first.severityNumber()
            && next.severityText().equals(first.severityText());
    return (isUnstated || isSameSeverity)
        && next.attributes().equals(first.attributes())
        && next.traceId().equals(first.traceId())
        && next.spanId().equals(first.spanId())
        && next.eventName().equals(first.eventName());
  }

  private boolean continuesWith(String text, String line) {
    int end = lineEnd(line, 0);
    if (end < line.length() - 1) {
      return false;
    }
    if (!isTraceBegun) {
      begin(text);
    }
    return continues(line.substring(0, end));
  }

  /** Begins the trace, most often for nothing; all lines of the first record are part of it. */
  private void begin(String text) {
    int end = lineEnd(text, 0);
    byte[] first = text.substring(0, end).getBytes(StandardCharsets.UTF_8);
    trace.begin(first, 0, first.length);
    while (end < text.length()) {
      int start = end + 1;
      end = lineEnd(text, start);
      continues(text.substring(start, end));
    }
    isTraceBegun = true;
  }

  private boolean continues(String line) {
    byte[] utf8 = line.getBytes(StandardCharsets.UTF_8);
    return trace.continues(utf8, 0, utf8.length);
  }

  private static int lineEnd(String text, int from) {
    int end = text.indexOf('\n', from);
    return end < 0 ? text.length() : end;
  }

  /** Adds a line. */
  void append(LogRecord line) {
    if (body.isEmpty() && record != null) {
      body.append(record.body().text());
    }
    if (!body.isEmpty() && body.charAt(body.length() - 1) != '\n') {
      body.append('\n');
    }
    body.append(line.body().text());
  }

  /** Puts the record with its lines in its place in the list. */
  void finish(List<LogRecord> records) {
    if (!body.isEmpty() && record != null) {
      records.set(index, record.toBuilder().body(body.toString()).build());
    }
  }
}
