package dev.winnow.formats.layout;

import dev.winnow.kernel.json.JsonEvent;
import dev.winnow.kernel.json.JsonScanner;
import dev.winnow.kernel.record.AnyValue;
import dev.winnow.kernel.record.Attributes;
import dev.winnow.kernel.record.HexId;
import dev.winnow.kernel.record.InstrumentationScope;
import dev.winnow.kernel.record.LogRecord;
import dev.winnow.kernel.record.Resource;
import dev.winnow.kernel.severity.Severity;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A log record while its parts are gathered. Filled again for record after record. */
final class RecordDraft {
  private static final Field[] FIELDS = Field.values();

  private enum Level {
    NONE,
    NUMBER,
    NAME
  }

  private int from;
  private LineReading reading = new LineReading();
  private Attributes.Builder attributes = Attributes.builder();
  private final @Nullable AnyValue[] known = new @Nullable AnyValue[FIELDS.length];
  private final JsonScanner json = new JsonScanner();
  private String severityText = "";
  private String scope = "";
  private String event = "";
  private boolean timeIsTaken;
  private Level level = Level.NONE;

  /** Begins a record that stands at {@code from}; a member may have the text of its severity. */
  void begin(int from, LineReading reading, String severityText) {
    this.from = from;
    this.reading = reading;
    this.severityText = severityText;
    attributes = Attributes.builder();
    Arrays.fill(known, null);
    scope = "";
    event = "";
    timeIsTaken = false;
    level = Level.NONE;
  }

  void attribute(String name, AnyValue value) {
    attributes.put(name, value);
  }

  /**
   * Takes a value for what it means; false if it is an attribute as well.
   *
   * @param start where the value begins
   */
  boolean take(Meaning meaning, int start, AnyValue value) {
    Field field = fieldAt(start);
    if (field != null) {
      known[field.index()] = value;
      return !isAttribute(field);
    }
    return switch (meaning.kind()) {
      case TIME -> takeTime(value);
      case NANOS -> hasTime();
      case LEVEL -> takeLevel(value);
      case SCOPE -> {
        scope = scope.isEmpty() ? value.text() : scope;
        yield true;
      }
      case EVENT -> {
        event = event.isEmpty() ? value.text() : event;
        yield true;
      }
      case LINE -> true;
      case FIELD, NOTHING -> false;
    };
  }

  /** Whether there is a time that a record can hold; another stays what it is, a value. */
  private boolean hasTime() {
    return reading.hasTime() && reading.epochNanos() >= 0;
  }

  private boolean takeTime(AnyValue value) {
    boolean isTaken = hasTime() && !timeIsTaken && value.depth() == 0;
    timeIsTaken |= isTaken;
    return isTaken;
  }

  /** Of a number and a name for the same level the name is the text. */
  private boolean takeLevel(AnyValue value) {
    boolean isName = value instanceof AnyValue.StringValue;
    boolean isTaken =
        value.depth() == 0 && (level == Level.NONE || (isName && level == Level.NUMBER));
    if (isTaken) {
      boolean isSpelled = level == Level.NONE && !severityText.isEmpty();
      severityText = isSpelled ? severityText : value.text();
      level = isName ? Level.NAME : Level.NUMBER;
    }
    return isTaken;
  }

  /** The field whose text begins there; null if none does. */
  @Nullable Field fieldAt(int start) {
    for (Field field : FIELDS) {
      if (field != Field.MESSAGE
          && reading.has(field)
          && from + reading.span(field).start() == start) {
        return field;
      }
    }
    return null;
  }

  /** Whether a field has no other place in a record than among the attributes. */
  private boolean isAttribute(Field field) {
    return switch (field) {
      case HOST, SERVICE, BODY -> false;
      case TRACE_ID -> traceId().isEmpty();
      case SPAN_ID -> spanId().isEmpty();
      default -> true;
    };
  }

  /** A text as the value that it spells: a number, a truth value, or itself. */
  AnyValue scalar(String text) {
    JsonEvent value = json.reset(text).next();
    boolean isLong = value == JsonEvent.NUMBER && json.isLong();
    AnyValue number = AnyValue.empty();
    if (value == JsonEvent.NUMBER) {
      number = isLong ? AnyValue.of(json.longValue()) : AnyValue.of(json.doubleValue());
    }
    if (json.next() != JsonEvent.END) {
      return AnyValue.of(text);
    }
    return switch (value) {
      case NUMBER -> number;
      case TRUE -> AnyValue.of(true);
      case FALSE -> AnyValue.of(false);
      default -> AnyValue.of(text);
    };
  }

  /** A value that was taken; null if the record has none for it. */
  @Nullable AnyValue value(Field field) {
    return known[field.index()];
  }

  /** What has a name and no other place. */
  Attributes attributes() {
    return attributes.build();
  }

  /** All that was gathered but the body. */
  LogRecord.Builder finish(Severity severity) {
    nameFields();
    return LogRecord.builder()
        .timestamp(hasTime() ? reading.epochNanos() : 0)
        .severityNumber(severity.number())
        .severityText(severityText)
        .attributes(attributes.build())
        .resource(resource())
        .scope(scope.isEmpty() ? InstrumentationScope.EMPTY : InstrumentationScope.of(scope))
        .eventName(event)
        .traceId(traceId())
        .spanId(spanId());
  }

  /** Adds fields by names that lead to nothing so far. */
  private void nameFields() {
    Attributes gathered = attributes.build();
    for (Field field : FIELDS) {
      AnyValue value = known[field.index()];
      if (value != null && isAttribute(field)) {
        nameField(field, value, gathered);
      }
    }
  }

  private void nameField(Field field, AnyValue value, Attributes gathered) {
    if (gathered.at(field.attribute()) instanceof AnyValue.EmptyValue) {
      attributes.put(field.attribute(), value);
    }
  }

  private Resource resource() {
    Attributes.Builder resource = Attributes.builder();
    for (Field field : new Field[] {Field.SERVICE, Field.HOST}) {
      AnyValue value = known[field.index()];
      if (value != null) {
        resource.put(field.attribute(), value);
      }
    }
    Attributes built = resource.build();
    return built.isEmpty() ? Resource.EMPTY : new Resource(built);
  }

  /** The trace id; empty if what is called so is none. */
  private String traceId() {
    String id = id(Field.TRACE_ID);
    return HexId.isTraceId(id) ? id : "";
  }

  private String spanId() {
    String id = id(Field.SPAN_ID);
    return HexId.isSpanId(id) ? id : "";
  }

  /** An id in lower case, and without the path that Google Cloud puts before it. */
  private String id(Field field) {
    AnyValue value = known[field.index()];
    String text = value == null ? "" : value.text();
    return text.substring(text.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
  }
}
