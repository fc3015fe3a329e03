package dev.winnow.formats.otlp;

import dev.winnow.kernel.record.AnyValue;
import dev.winnow.kernel.record.Attributes;
import dev.winnow.kernel.record.InstrumentationScope;
import dev.winnow.kernel.record.LogRecord;
import dev.winnow.kernel.record.Resource;
import dev.winnow.kernel.record.SeverityNumber;

/** The fields of one log record as they come off the wire, in whichever form that is. */
final class LogRecordDraft {
  /** The lower byte of the flags; the others are reserved. */
  private static final int TRACE_FLAGS = 0xff;

  long timestamp;
  long observedTimestamp;
  int severityNumber;
  String severityText = "";
  AnyValue body = AnyValue.empty();
  String eventName = "";
  String traceId = "";
  String spanId = "";
  int flags;
  long droppedAttributes;

  void begin() {
    timestamp = 0;
    observedTimestamp = 0;
    severityNumber = 0;
    severityText = "";
    body = AnyValue.empty();
    eventName = "";
    traceId = "";
    spanId = "";
    flags = 0;
    droppedAttributes = 0;
  }

  /** The record; {@code leftOut} is how many attributes more were dropped here. */
  LogRecord finish(
      Resource resource, InstrumentationScope scope, Attributes attributes, int leftOut) {
    boolean isOnScale = SeverityNumber.isDefined(severityNumber);
    return new LogRecord(
        timestamp,
        observedTimestamp,
        SeverityNumber.of(severityNumber),
        // A number that nobody understands is kept as what it is: the spelling of a severity.
        isOnScale || !severityText.isEmpty() ? severityText : Integer.toString(severityNumber),
        body,
        attributes,
        resource,
        scope,
        eventName,
        traceId,
        spanId,
        flags & TRACE_FLAGS,
        (int) Math.min(droppedAttributes + leftOut, Integer.MAX_VALUE));
  }
}
