package dev.winnow.kernel.record;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;

/**
 * One log entry, as in the OpenTelemetry logs data model. Made by a {@link #builder()}.
 *
 * @param timestamp when it happened, in unsigned nanoseconds since 1970; 0 if unknown
 * @param observedTimestamp when it was first seen by a receiver, likewise
 * @param severityNumber for comparing
 * @param severityText the severity as the source spelled it
 * @param body the message, often a text but possibly structured
 * @param eventName the class of event, for records that are events
 * @param traceId 32 lower-case hexadecimal digits, or empty
 * @param spanId 16 lower-case hexadecimal digits, or empty
 * @param traceFlags the W3C trace flags, 0 to 255
 * @param droppedAttributesCount attributes that the source discarded, 0 or more
 */
public record LogRecord(
    long timestamp,
    long observedTimestamp,
    SeverityNumber severityNumber,
    String severityText,
    AnyValue body,
    Attributes attributes,
    Resource resource,
    InstrumentationScope scope,
    String eventName,
    String traceId,
    String spanId,
    int traceFlags,
    int droppedAttributesCount) {

  public LogRecord {
    check(traceId.isEmpty() || HexId.isTraceId(traceId), "trace_id", traceId);
    check(spanId.isEmpty() || HexId.isSpanId(spanId), "span_id", spanId);
    check(traceFlags >= 0 && traceFlags <= 0xff, "trace_flags", traceFlags);
    check(droppedAttributesCount >= 0, "dropped_attributes_count", droppedAttributesCount);
  }

  private static void check(boolean valid, String field, Object value) {
    if (!valid) {
      throw new WinnowException(ErrorCode.INVALID_RECORD, field + " is not valid: " + value);
    }
  }

  public static Builder builder() {
    return new Builder();
  }

  /** The time to order by: the timestamp, or the observed one where that is unknown. */
  public long time() {
    return timestamp == 0 ? observedTimestamp : timestamp;
  }

  /** The name of the service that produced the record; empty if unknown. */
  public String serviceName() {
    return resource.serviceName();
  }

  /**
   * Whether the source gave a severity that nobody understood. Such a record is never dropped,
   * because it may be the one that matters.
   */
  public boolean hasUnknownSeverity() {
    return severityNumber == SeverityNumber.UNSPECIFIED && !severityText.isEmpty();
  }

  /** A builder that starts with the fields of this record. */
  public Builder toBuilder() {
    return new Builder()
        .timestamp(timestamp)
        .observedTimestamp(observedTimestamp)
        .severityNumber(severityNumber)
        .severityText(severityText)
        .body(body)
        .attributes(attributes)
        .resource(resource)
        .scope(scope)
        .eventName(eventName)
        .traceId(traceId)
        .spanId(spanId)
        .traceFlags(traceFlags)
        .droppedAttributesCount(droppedAttributesCount);
  }

  /** Collects the fields of a record; what is not given is absent. Not thread-safe. */
  public static final class Builder {
    private long timestamp;
    private long observedTimestamp;
    private SeverityNumber severityNumber = SeverityNumber.UNSPECIFIED;
    private String severityText = "";
    private AnyValue body = AnyValue.empty();
    private Attributes attributes = Attributes.EMPTY;
    private Resource resource = Resource.EMPTY;
    private InstrumentationScope scope = InstrumentationScope.EMPTY;
    private String eventName = "";
    private String traceId = "";
    private String spanId = "";
    private int traceFlags;
    private int droppedAttributesCount;

    private Builder() {}

    public Builder timestamp(long epochNanos) {
      timestamp = epochNanos;
      return this;
    }

    public Builder observedTimestamp(long epochNanos) {
      observedTimestamp = epochNanos;
      return this;
    }

    public Builder severityNumber(SeverityNumber value) {
      severityNumber = value;
      return this;
    }

    public Builder severityText(String value) {
      severityText = value;
      return this;
    }

    public Builder body(AnyValue value) {
      body = value;
      return this;
    }

    public Builder body(String value) {
      return body(AnyValue.of(value));
    }

    public Builder attributes(Attributes value) {
      attributes = value;
      return this;
    }

    public Builder resource(Resource value) {
      resource = value;
      return this;
    }

    public Builder scope(InstrumentationScope value) {
      scope = value;
      return this;
    }

    public Builder eventName(String value) {
      eventName = value;
      return this;
    }

    public Builder traceId(String value) {
      traceId = value;
      return this;
    }

    public Builder spanId(String value) {
      spanId = value;
      return this;
    }

    public Builder traceFlags(int value) {
      traceFlags = value;
      return this;
    }

    public Builder droppedAttributesCount(int value) {
      droppedAttributesCount = value;
      return this;
    }

    public LogRecord build() {
      return new LogRecord(
          timestamp,
          observedTimestamp,
          severityNumber,
          severityText,
          body,
          attributes,
          resource,
          scope,
          eventName,
          traceId,
          spanId,
          traceFlags,
          droppedAttributesCount);
    }
  }
}
