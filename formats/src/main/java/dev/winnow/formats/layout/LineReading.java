package dev.winnow.formats.layout;

import dev.winnow.kernel.severity.Severity;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What was read in a line. Filled again for line after line. */
public final class LineReading {
  /** Values of a line beyond this many are not listed. */
  public static final int MAX_VALUES = 128;

  static final Severity ABSENT = Severity.ofText("");
  private static final int FIELDS = Field.values().length;

  Layout layout = Layout.PLAIN;
  @Nullable Layout envelope;
  Severity severity = ABSENT;
  Use use = Use.TEXT;
  boolean startsWithTime;
  boolean hasTime;
  boolean hasZone;
  boolean hasYear;
  boolean hasDate;
  long epochNanos;
  long durationUnit;
  boolean isPartial;
  boolean isOpen;
  boolean isHeader;
  int textStart;
  int values;
  private int present;
  private final Span severityText = new Span();
  private final Span[] spans = new Span[FIELDS];
  private final Span[] valueSpans = new Span[MAX_VALUES];
  private final Span[] nameSpans = new Span[MAX_VALUES];
  private final @Nullable String[] names = new @Nullable String[MAX_VALUES];

  /** A reading of nothing yet. */
  public LineReading() {
    Arrays.setAll(spans, i -> new Span());
    Arrays.setAll(valueSpans, i -> new Span());
    Arrays.setAll(nameSpans, i -> new Span());
  }

  void clear() {
    layout = Layout.PLAIN;
    envelope = null;
    severity = ABSENT;
    severityText.set(0, 0);
    use = Use.TEXT;
    startsWithTime = false;
    hasTime = false;
    isPartial = false;
    isOpen = false;
    isHeader = false;
    textStart = 0;
    values = 0;
    present = 0;
  }

  void set(Field field, int start, int end) {
    spans[field.index()].set(start, end);
    present |= field.bit();
  }

  boolean has(Field field) {
    return (present & field.bit()) != 0;
  }

  /** States a severity that is spelled in the line. */
  void state(Severity stated, int start, int end) {
    severity = stated;
    severityText.set(start, end);
  }

  /** Lists a value whose name stands in the line. */
  void list(int nameStart, int nameEnd, int start, int end) {
    if (values < MAX_VALUES) {
      names[values] = null;
      nameSpans[values].set(nameStart, nameEnd);
      valueSpans[values++].set(start, end);
    }
  }

  /** Lists a value whose name is known from elsewhere. */
  void list(String name, int start, int end) {
    if (values < MAX_VALUES) {
      names[values] = name;
      valueSpans[values++].set(start, end);
    }
  }

  /** Becomes like another reading. */
  void copy(LineReading other) {
    clear();
    complete(other);
    layout = other.layout;
    use = other.use;
    startsWithTime = other.startsWithTime;
    envelope = other.envelope;
    textStart = other.textStart;
  }

  /** Takes over what another reading has beside layout and message, for what this has not. */
  void complete(LineReading outer) {
    envelope = outer.layout;
    if (outer.hasTime) {
      takeTime(outer);
    }
    isPartial = outer.isPartial;
    add(outer, Integer.MIN_VALUE, 0);
  }

  private void takeTime(LineReading other) {
    hasTime = true;
    hasZone = other.hasZone;
    hasYear = other.hasYear;
    hasDate = other.hasDate;
    epochNanos = other.epochNanos;
  }

  /** Takes over what another reading has from an offset on and this has not; moves its offsets. */
  private void add(LineReading other, int from, int by) {
    if (severity == ABSENT) {
      severity = other.severity;
      if (other.severityText.start() >= from) {
        severityText.set(other.severityText);
        severityText.shift(0, by);
      }
    }
    if (!has(Field.DURATION)) {
      durationUnit = other.durationUnit;
    }
    for (int i = 0; i < FIELDS; i++) {
      int bit = 1 << i;
      boolean isThere = (other.present & bit) != 0 && other.spans[i].start() >= from;
      if (isThere && (present & bit) == 0) {
        spans[i].set(other.spans[i]);
        spans[i].shift(0, by);
        present |= bit;
      }
    }
    for (int i = 0; i < other.values && values < MAX_VALUES; i++) {
      if (other.valueSpans[i].start() >= from) {
        names[values] = other.names[i];
        nameSpans[values].set(other.nameSpans[i]);
        nameSpans[values].shift(0, by);
        valueSpans[values].set(other.valueSpans[i]);
        valueSpans[values++].shift(0, by);
      }
    }
  }

  /**
   * Adds what was read in a line that was joined to the record.
   *
   * @param from where the part of the line begins that was joined; what was read before it is lost
   * @param by how far the line lies behind the start of the record
   */
  public void join(LineReading joined, int from, int by) {
    if (joined.hasTime && !(hasTime && hasZone)) {
      takeTime(joined);
    }
    add(joined, from, by);
  }

  /** Lets the message begin in a line that was joined, as the first one has none of it. */
  public void beginMessage(int start, int end) {
    set(Field.MESSAGE, start, end);
  }

  /** Moves what stands at an offset or behind it. */
  void shift(int from, int by) {
    severityText.shift(from, by);
    for (Span span : spans) {
      span.shift(from, by);
    }
    for (int i = 0; i < values; i++) {
      nameSpans[i].shift(from, by);
      valueSpans[i].shift(from, by);
    }
  }

  /** A point to which what was listed and set since can be undone. */
  long mark() {
    return (long) values << Integer.SIZE | present;
  }

  void undo(long mark) {
    values = (int) (mark >>> Integer.SIZE);
    present = (int) mark;
  }

  public Layout layout() {
    return layout;
  }

  /** The layout of what the line stands in, such as the JSON of a container's log; or null. */
  public @Nullable Layout envelope() {
    return envelope;
  }

  /** The severity that the line states; absent if it states none. */
  public Severity severity() {
    return severity;
  }

  /** How the line spells its severity; empty if it does not, or has a sign or a number for it. */
  public Span severityText() {
    return severityText;
  }

  public boolean hasTime() {
    return hasTime;
  }

  /** Whether the timestamp names its zone. */
  public boolean hasZone() {
    return hasZone;
  }

  public boolean hasYear() {
    return hasYear;
  }

  public boolean hasDate() {
    return hasDate;
  }

  /** The timestamp in nanoseconds since 1970, if there is one. */
  public long epochNanos() {
    return epochNanos;
  }

  /** Whether the writer cut the line, and the next one goes on with it. */
  public boolean isPartial() {
    return isPartial;
  }

  /**
   * Whether records like it begin with a timestamp, so that a line that begins none goes on with
   * this one.
   */
  public boolean startsWithTime() {
    return startsWithTime;
  }

  /** Whether the line goes on with the record of the line before. */
  public boolean goesOn(LineReading before, boolean isSecond) {
    return (use == Use.JOINS || (isSecond && before.use == Use.HEAD))
        && layout.equals(before.layout);
  }

  /** Whether a quote was opened and not closed, so that the next line belongs to it. */
  public boolean isOpen() {
    return isOpen;
  }

  /** Whether the line says what the lines after it hold, and is no record itself. */
  public boolean isHeader() {
    return isHeader;
  }

  /** Where the line itself begins, behind its envelope. */
  public int textStart() {
    return textStart;
  }

  /** A part of the line; empty if the line does not have it. */
  public Span span(Field field) {
    Span span = spans[field.index()];
    if (!has(field)) {
      span.set(0, 0);
    }
    return span;
  }

  /**
   * The unit, in nanoseconds, of a {@link Field#DURATION} that is a bare number; 0 if that is not
   * known.
   */
  public long durationUnit() {
    return durationUnit;
  }

  /** The number of values that have a name. */
  public int values() {
    return values;
  }

  /** The name of a value; null if it stands in the line. */
  public @Nullable String name(int index) {
    return names[index];
  }

  /** Where the name of a value stands in the line. */
  public Span nameSpan(int index) {
    return nameSpans[index];
  }

  public Span valueSpan(int index) {
    return valueSpans[index];
  }
}
