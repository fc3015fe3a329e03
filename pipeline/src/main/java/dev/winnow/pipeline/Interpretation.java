package dev.winnow.pipeline;

import dev.winnow.kernel.record.AnyValue;
import dev.winnow.kernel.record.AnyValue.IntValue;
import dev.winnow.kernel.record.Attributes;
import dev.winnow.kernel.record.InstrumentationScope;
import dev.winnow.kernel.record.LogRecord;
import dev.winnow.kernel.record.SeverityNumber;
import dev.winnow.kernel.severity.Severity;
import dev.winnow.kernel.severity.Severity.Source;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Completes records by what their bodies say. What a record states itself always counts, and the
 * body stays as it came. One per thread.
 */
final class Interpretation {
  /*
   * Whoever gives a severity and a time has made a record of what it had to say, so the body is read
   * only where one of them is missing. Of a text all named values become attributes. A structured
   * body is read as the JSON that it is, but its members are not repeated.
   */

  private static final Severity ASSUMED = Severity.infer("");
  private static final Severity EXCEPTION = Severity.ofHttpStatus(500);

  /** A text that names more values than this keeps them to itself. */
  private static final int MAX_NAMED_VALUES = 256;

  private final BodyReader bodies = new BodyReader();
  private final ResourceCompletion resources = new ResourceCompletion();
  private boolean isSeverityInferred;

  /** Begins the records of a request. */
  void begin(Instant now) {
    bodies.begin(now);
  }

  /** Whether the severity of the last record was not stated beside its body. */
  boolean isSeverityInferred() {
    return isSeverityInferred;
  }

  /** The record with all that is known of it; the same instance if that is nothing new. */
  LogRecord interpret(LogRecord record) {
    boolean isNumbered = record.severityNumber() != SeverityNumber.UNSPECIFIED;
    Severity stated = isNumbered ? ASSUMED : Severity.ofText(record.severityText());
    isSeverityInferred = stated.source() == Source.ABSENT;
    if (!isSeverityInferred && record.timestamp() != 0) {
      return isNumbered ? record : record.toBuilder().severityNumber(stated.number()).build();
    }
    String text = text(record.body());
    LogRecord said = text.isEmpty() ? null : bodies.read(text);
    if (said == null && isNumbered) {
      return record;
    }
    LogRecord.Builder completed = record.toBuilder();
    if (said != null) {
      complete(completed, record, said);
    }
    if (isSeverityInferred) {
      Severity severity = severity(record, text.isEmpty() ? ASSUMED : bodies.severity());
      completed.severityNumber(severity.number());
      completed.severityText(said == null ? record.severityText() : said.severityText());
    } else if (!isNumbered) {
      completed.severityNumber(stated.number());
    }
    return completed.build();
  }

  /** The text that may say something; of bytes and of nothing there is none. */
  private static String text(AnyValue body) {
    return body instanceof AnyValue.BytesValue ? "" : body.text();
  }

  private void complete(LogRecord.Builder completed, LogRecord record, LogRecord said) {
    if (record.timestamp() == 0) {
      completed.timestamp(said.timestamp());
    }
    if (record.traceId().isEmpty()) {
      completed.traceId(said.traceId());
    }
    if (record.spanId().isEmpty()) {
      completed.spanId(said.spanId());
    }
    if (record.eventName().isEmpty()) {
      completed.eventName(said.eventName());
    }
    if (record.scope().equals(InstrumentationScope.EMPTY)) {
      completed.scope(said.scope());
    }
    completed.resource(resources.complete(record.resource(), said.resource()));
    if (record.body() instanceof AnyValue.StringValue
        && said.attributes().size() <= MAX_NAMED_VALUES) {
      completed.attributes(join(record.attributes(), said.attributes()));
    }
  }

  /** Both, where values of the first count. */
  static Attributes join(Attributes own, Attributes said) {
    if (said.isEmpty() || own.isEmpty()) {
      return own.isEmpty() ? said : own;
    }
    Attributes.Builder joined = own.toBuilder();
    said.forEach(joined::put);
    own.forEach(joined::put);
    return joined.build();
  }

  /** What a body says, or where that is nothing, what the attributes do. */
  private static Severity severity(LogRecord record, Severity said) {
    if (said.source() != Source.ASSUMED) {
      return said;
    }
    Attributes attributes = record.attributes();
    if (!isAbsent(attributes, "exception.type") || !isAbsent(attributes, "exception.message")) {
      return EXCEPTION;
    }
    Severity ofStatus = ofStatus(attributes.value("http.response.status_code"));
    return ofStatus == null || ofStatus.source() == Source.ABSENT ? said : ofStatus;
  }

  private static boolean isAbsent(Attributes attributes, String key) {
    return attributes.value(key) instanceof AnyValue.EmptyValue;
  }

  private static @Nullable Severity ofStatus(AnyValue status) {
    boolean isCode = status instanceof IntValue code && code.value() >= 100 && code.value() < 600;
    return isCode ? Severity.ofHttpStatus((int) ((IntValue) status).value()) : null;
  }
}
