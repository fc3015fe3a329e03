package dev.winnow.kernel.predicate;

import dev.winnow.kernel.record.AnyValue;
import dev.winnow.kernel.record.LogRecord;
import dev.winnow.kernel.record.SeverityNumber;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A field of a log record by its OpenTelemetry name: {@code severity_number}, {@code body}, {@code
 * attributes.http.request.method}, {@code resource.service.name}.
 *
 * <p>What follows {@code attributes.}, {@code resource.} or {@code body.} is a path as in {@link
 * dev.winnow.kernel.record.Attributes#at}. The aliases {@code service} and {@code message} are
 * understood but never written.
 */
public final class Field {
  /** What a field holds, which decides what may be asked of it. */
  public enum Type {
    TEXT("a text"),
    NUMBER("a number"),
    TIME("a time"),
    /** A value of any type. */
    VALUE("a value");

    private final String description;

    Type(String description) {
      this.description = description;
    }
  }

  private enum Place {
    TIMESTAMP("timestamp", Type.TIME),
    OBSERVED_TIMESTAMP("observed_timestamp", Type.TIME),
    SEVERITY_NUMBER("severity_number", Type.NUMBER),
    SEVERITY_TEXT("severity_text", Type.TEXT),
    EVENT_NAME("event_name", Type.TEXT),
    TRACE_ID("trace_id", Type.TEXT),
    SPAN_ID("span_id", Type.TEXT),
    TEMPLATE_ID("template_id", Type.TEXT),
    SCOPE_NAME("scope.name", Type.TEXT),
    SCOPE_VERSION("scope.version", Type.TEXT),
    BODY("body", Type.VALUE),
    BODY_PATH("body.", Type.VALUE),
    ATTRIBUTES("attributes.", Type.VALUE),
    RESOURCE("resource.", Type.VALUE);

    private final String prefix;
    private final Type type;

    Place(String prefix, Type type) {
      this.prefix = prefix;
      this.type = type;
    }

    private boolean hasPath() {
      return prefix.endsWith(".");
    }

    private boolean isIn(String name) {
      return hasPath()
          ? name.startsWith(prefix) && name.length() > prefix.length()
          : name.equals(prefix);
    }
  }

  private static final String SERVICE_NAME = "resource.service.name";

  /** The values of {@code severity_number}, made once because a test allocates nothing. */
  private static final AnyValue[] SEVERITIES =
      Arrays.stream(SeverityNumber.values())
          .map(severity -> AnyValue.of((long) severity.number()))
          .toArray(AnyValue[]::new);

  private final Place place;
  private final String path;

  private Field(Place place, String path) {
    this.place = place;
    this.path = path;
  }

  /**
   * The field with a name or alias.
   *
   * @throws InvalidPredicateException if there is none
   */
  public static Field of(String name) {
    Limit.checkBytes("/field", name, Predicate.MAX_FIELD_BYTES);
    String canonical =
        switch (name) {
          case "service" -> SERVICE_NAME;
          case "message" -> "body";
          default -> name;
        };
    for (Place place : Place.values()) {
      if (place.isIn(canonical)) {
        return new Field(place, canonical.substring(place.prefix.length()));
      }
    }
    throw InvalidPredicateException.at(
        "/field",
        name.equals(LevelAlias.NAME)
            ? "level is for equals and one_of; use severity_number"
            : "no field is named " + Limit.quote(name) + "; there are " + names());
  }

  private static String names() {
    return Arrays.stream(Place.values())
        .map(place -> place.hasPath() ? place.prefix + "<key>" : place.prefix)
        .collect(Collectors.joining(", "));
  }

  /** The canonical name. */
  public String name() {
    return place.prefix + path;
  }

  /** Checks that a field may be asked {@code question}, which is about values of {@code type}. */
  void check(Type type, String question) {
    if (place.type != type && place.type != Type.VALUE) {
      throw InvalidPredicateException.at(
          "/field",
          name()
              + " is "
              + place.type.description
              + ", "
              + question
              + " is for "
              + type.description);
    }
  }

  boolean isOf(Type type) {
    return place.type == type;
  }

  /** What the field holds. */
  public Type type() {
    return place.type;
  }

  /**
   * What a record holds in this field: the empty value if it is absent, a time as an integer.
   *
   * @param templateId the id of the record's template, empty if it is not known
   */
  public AnyValue read(LogRecord record, String templateId) {
    return switch (place.type) {
      case TIME -> {
        long time = time(record);
        yield time == 0 ? AnyValue.empty() : AnyValue.of(time);
      }
      case TEXT -> {
        String text = text(record, templateId);
        yield text == null ? AnyValue.empty() : AnyValue.of(text);
      }
      case NUMBER, VALUE -> value(record);
    };
  }

  boolean exists(LogRecord record, String templateId) {
    return switch (place.type) {
      case TIME -> time(record) != 0;
      case TEXT -> text(record, templateId) != null;
      case NUMBER, VALUE -> !(value(record) instanceof AnyValue.EmptyValue);
    };
  }

  /** The field's text; null if it is absent or no text. */
  @Nullable String text(LogRecord record, String templateId) {
    return switch (place) {
      case SEVERITY_TEXT -> presentText(record.severityText());
      case EVENT_NAME -> presentText(record.eventName());
      case TRACE_ID -> presentText(record.traceId());
      case SPAN_ID -> presentText(record.spanId());
      case TEMPLATE_ID -> presentText(templateId);
      case SCOPE_NAME -> presentText(record.scope().name());
      case SCOPE_VERSION -> presentText(record.scope().version());
      default -> value(record) instanceof AnyValue.StringValue string ? string.value() : null;
    };
  }

  /** The field's value; empty if it is absent, and for fields that hold a text or a time. */
  AnyValue value(LogRecord record) {
    return switch (place) {
      case SEVERITY_NUMBER ->
          record.severityNumber() == SeverityNumber.UNSPECIFIED
              ? AnyValue.empty()
              : SEVERITIES[record.severityNumber().number()];
      case BODY -> record.body();
      case BODY_PATH ->
          record.body() instanceof AnyValue.KvListValue body
              ? body.entries().at(path)
              : AnyValue.empty();
      case ATTRIBUTES -> record.attributes().at(path);
      case RESOURCE -> record.resource().attributes().at(path);
      default -> AnyValue.empty();
    };
  }

  /** The field's time in unsigned epoch nanoseconds; 0 if it is absent. */
  long time(LogRecord record) {
    return place == Place.TIMESTAMP ? record.time() : record.observedTimestamp();
  }

  private static @Nullable String presentText(String text) {
    return text.isEmpty() ? null : text;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Field that && name().equals(that.name());
  }

  @Override
  public int hashCode() {
    return name().hashCode();
  }

  @Override
  public String toString() {
    return name();
  }
}
