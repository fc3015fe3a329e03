package dev.winnow.server.records;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.winnow.kernel.record.AnyValue;
import dev.winnow.kernel.record.Attributes;
import dev.winnow.kernel.record.InstrumentationScope;
import dev.winnow.kernel.record.LogRecord;
import dev.winnow.kernel.record.SeverityNumber;
import dev.winnow.server.request.Timestamps;
import dev.winnow.storage.KeptRecord;
import dev.winnow.storage.Sampling;
import dev.winnow.storage.StoredRecord;
import java.time.Instant;
import java.util.HexFormat;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A record as answers give it, everywhere. What a record does not have is null.
 *
 * @param id its identity, for {@code /api/logs/{id}}
 * @param timestamp when it happened
 * @param observedTimestamp when it was first seen
 * @param severityNumber 1 to 24, 0 if it has none that is understood
 * @param severityText the severity as the source spelled it
 * @param severityInferred whether the severity was read out of the body
 * @param body what it says, of any JSON type
 * @param resource the attributes of what produced it
 * @param templateId the template that it belongs to by now
 * @param receiver how it came
 * @param level alias: the range of {@code severity_number}
 * @param service alias: {@code service.name} of the resource
 * @param message alias: the body as text
 * @param shortened what was cut of it on request; absent if it is whole
 */
@Schema(name = "LogRecord")
public record RecordAnswer(
    String id,
    Instant timestamp,
    Instant observedTimestamp,
    int severityNumber,
    @Nullable String severityText,
    boolean severityInferred,
    AnyValue body,
    Attributes attributes,
    Attributes resource,
    Scope scope,
    @Nullable String eventName,
    @Nullable String traceId,
    @Nullable String spanId,
    int traceFlags,
    int droppedAttributesCount,
    String templateId,
    SamplingAnswer sampling,
    String receiver,
    @Nullable String level,
    @Nullable String service,
    String message,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Shortened shortened) {

  /** What in the source emitted it. */
  @Schema(name = "InstrumentationScope")
  public record Scope(@Nullable String name, @Nullable String version, Attributes attributes) {
    static Scope of(InstrumentationScope scope) {
      return new Scope(
          presentOrNull(scope.name()), presentOrNull(scope.version()), scope.attributes());
    }
  }

  /**
   * With what probability it was kept.
   *
   * @param threshold the rejection threshold, as OpenTelemetry writes it in {@code ot=th}
   * @param reason why it was kept
   * @param adjustedCount how many records it stands for
   */
  @Schema(name = "Sampling")
  public record SamplingAnswer(String threshold, String reason, double adjustedCount) {
    private static final int DIGITS = 14;
    private static final double RANDOM_VALUES = 0x1p56;

    static SamplingAnswer of(Sampling sampling) {
      String digits = HexFormat.of().toHexDigits(sampling.threshold(), DIGITS);
      int end = DIGITS;
      while (end > 1 && digits.charAt(end - 1) == '0') {
        end--;
      }
      return new SamplingAnswer(
          digits.substring(0, end),
          sampling.reason().label(),
          RANDOM_VALUES / (RANDOM_VALUES - sampling.threshold()));
    }
  }

  /**
   * What a record in brief has less than the record.
   *
   * @param bodyLength the characters of its message, in UTF-16, if that is cut
   * @param attributes how many attributes of the record, its resource and its scope are left out
   * @param values how many other values are cut
   */
  @Schema(
      name = "Shortened",
      examples = "{\"body_length\": 1000000, \"attributes\": 9936, \"values\": 1}")
  public record Shortened(@Nullable Integer bodyLength, int attributes, int values) {}

  /** The answer that a record of the store is. */
  public static RecordAnswer of(StoredRecord stored) {
    KeptRecord kept = stored.kept();
    LogRecord record = kept.record();
    return new RecordAnswer(
        stored.id().toString(),
        Timestamps.of(record.time()),
        Timestamps.of(record.observedTimestamp()),
        record.severityNumber().number(),
        presentOrNull(record.severityText()),
        kept.severityInferred(),
        record.body(),
        record.attributes(),
        record.resource().attributes(),
        Scope.of(record.scope()),
        presentOrNull(record.eventName()),
        presentOrNull(record.traceId()),
        presentOrNull(record.spanId()),
        record.traceFlags(),
        record.droppedAttributesCount(),
        HexFormat.of().toHexDigits(kept.templateId()),
        SamplingAnswer.of(kept.sampling()),
        stored.receiver(),
        level(record.severityNumber()),
        presentOrNull(record.serviceName()),
        record.body().text(),
        null);
  }

  private static @Nullable String level(SeverityNumber severity) {
    return severity == SeverityNumber.UNSPECIFIED ? null : severity.range().name();
  }

  private static @Nullable String presentOrNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
