package dev.winnow.formats.layout;

import dev.winnow.formats.layout.Layout.Kind;
import dev.winnow.kernel.json.JsonEvent;
import dev.winnow.kernel.json.JsonScanner;
import dev.winnow.kernel.record.AnyValue;
import dev.winnow.kernel.record.LogRecord;
import dev.winnow.kernel.severity.Severity;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Makes the {@link LogRecord} that lines of a log are. Not thread-safe.
 *
 * <p>What a line names keeps its name and its type; a text that is a number or a truth value is
 * taken for one, unless the field that it fills holds a text. What is known to be a {@link Field}
 * has OpenTelemetry's name for it besides, so that one question can be asked of all layouts.
 */
public final class RecordInterpreter {
  private final Layouts layouts;
  private final RecordDraft draft = new RecordDraft();
  private final JsonMembers members;

  private final JsonScanner json = new JsonScanner();
  private byte[] in = {};
  private int from;
  private int to;
  private LineReading reading = new LineReading();

  /** An interpreter of what was read by these layouts. */
  public RecordInterpreter(Layouts layouts) {
    this.layouts = layouts;
    members = new JsonMembers(layouts, draft);
  }

  /**
   * The record in {@code in[from, to)}.
   *
   * @param reading what was read in its first line
   * @param severity the severity that it states, or one that was read out of it
   */
  public LogRecord read(byte[] in, int from, int to, LineReading reading, Severity severity) {
    this.in = in;
    this.from = from;
    this.to = to;
    this.reading = reading;
    draft.begin(from, reading, isSpelled() ? text(reading.severityText()) : "");
    AnyValue object = gather();
    AnyValue body = body(object);
    return draft.finish(severity).body(body).build();
  }

  /** Whether the text of the severity needs not be taken out of a string of JSON. */
  private boolean isSpelled() {
    return reading.layout().kind() != Kind.JSON;
  }

  /** Gathers what has a name; returns the object that is, or may hold, the message. */
  private AnyValue gather() {
    Layout envelope = reading.envelope();
    boolean isWrapped = envelope != null && envelope.kind() == Kind.JSON;
    int text = from + reading.textStart();
    if (isWrapped && envelope != null) {
      members.read(in, from, text, envelope);
    }
    if (reading.layout().kind() == Kind.JSON) {
      gatherNamed(from, text);
      return members.read(in, text, lineEnd(), reading.layout());
    }
    int message = from + reading.span(Field.MESSAGE).start();
    boolean isObject = reading.layout().kind() == Kind.FIELDS && isObject(message);
    gatherNamed(isWrapped ? text : from, isObject ? message : to);
    return isObject ? members.read(in, message, lineEnd(), Layout.JSON) : AnyValue.empty();
  }

  private boolean isObject(int start) {
    json.reset(in, start, lineEnd());
    boolean isObject = json.next() == JsonEvent.OBJECT_START;
    json.skipContainer();
    return isObject && json.next() == JsonEvent.END;
  }

  /** Gathers the values listed in a part of the record that is no JSON. */
  private void gatherNamed(int start, int end) {
    for (int i = 0; i < reading.values(); i++) {
      int at = from + reading.valueSpan(i).start();
      if (at >= start && at < end) {
        gather(reading.name(i), reading.nameSpan(i), reading.valueSpan(i));
      }
    }
  }

  private void gather(@Nullable String known, Span nameSpan, Span valueSpan) {
    String name = known == null ? text(nameSpan) : known;
    Meaning meaning =
        known == null
            ? layouts.names().of(in, from + nameSpan.start(), from + nameSpan.end()).meaning
            : Meaning.parse(known);
    String text = unquoted(valueSpan);
    Field field = draft.fieldAt(from + valueSpan.start());
    boolean isText = field != null && field != Field.STATUS && field != Field.DURATION;
    AnyValue value = isText ? AnyValue.of(text) : draft.scalar(text);
    boolean isNil = text.isEmpty() || text.equals("-");
    if (!isNil && !draft.take(meaning, from + valueSpan.start(), value)) {
      draft.attribute(name, value);
    }
  }

  /** A value without what quoting has put into it. */
  private String unquoted(Span span) {
    int start = from + span.start();
    String text = text(span);
    if (start == from || in[start - 1] != '"') {
      return text;
    }
    return switch (reading.layout().kind()) {
      case TABLE -> text.replace("\"\"", "\"");
      case LOGFMT -> unescaped(start, from + span.end(), text);
      case FIELDS, JSON, PLAIN -> text;
    };
  }

  /** A string as JSON has it; the text itself where it is none. */
  private String unescaped(int start, int end, String text) {
    boolean isString = json.reset(in, start - 1, Math.min(end + 1, to)).next() == JsonEvent.STRING;
    return isString ? json.text() : text;
  }

  /** The message: what is called so, else the object, else the text behind the header. */
  private AnyValue body(AnyValue object) {
    Kind kind = reading.layout().kind();
    AnyValue body = draft.value(Field.BODY);
    if (body == null) {
      body = object;
    }
    if (body instanceof AnyValue.EmptyValue && (kind == Kind.LOGFMT || kind == Kind.TABLE)) {
      body = AnyValue.of(draft.attributes());
    }
    if (kind == Kind.TABLE) {
      return body;
    }
    if (body instanceof AnyValue.StringValue text) {
      return AnyValue.of(text.value() + text(lineEnd(), to));
    }
    boolean isWhole = !(body instanceof AnyValue.EmptyValue) && lineEnd() == to;
    return isWhole ? body : AnyValue.of(text(from + reading.span(Field.MESSAGE).start(), to));
  }

  /** Where the first line ends, and with it what was read. */
  private int lineEnd() {
    return from + reading.span(Field.MESSAGE).end();
  }

  private String text(Span span) {
    return text(from + span.start(), from + span.end());
  }

  private String text(int start, int end) {
    return new String(in, start, end - start, StandardCharsets.UTF_8);
  }
}
