package dev.winnow.formats.layout;

import dev.winnow.kernel.severity.Severity;

/** What was read in a line. Filled again for line after line. */
public final class LineReading {
  /** Names of a structured line beyond this many are not listed. */
  public static final int MAX_NAMES = 128;

  static final Severity ABSENT = Severity.ofText("");

  Layout layout = Layout.PLAIN;
  Severity severity = ABSENT;
  boolean hasTime;
  boolean hasZone;
  boolean hasYear;
  boolean hasDate;
  long epochNanos;
  int names;
  private final Span host = new Span();
  private final Span service = new Span();
  private final Span message = new Span();
  private final int[] nameStarts = new int[MAX_NAMES];
  private final int[] nameEnds = new int[MAX_NAMES];

  void clear() {
    layout = Layout.PLAIN;
    severity = ABSENT;
    hasTime = false;
    names = 0;
    host.set(0, 0);
    service.set(0, 0);
    message.set(0, 0);
  }

  void addName(int start, int end) {
    if (names < MAX_NAMES) {
      nameStarts[names] = start;
      nameEnds[names++] = end;
    }
  }

  public Layout layout() {
    return layout;
  }

  /** The severity that the line states; absent if it states none. */
  public Severity severity() {
    return severity;
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

  /** A part of the line; empty if the line does not have it. */
  public Span span(Field field) {
    return switch (field) {
      case HOST -> host;
      case SERVICE -> service;
      case MESSAGE -> message;
    };
  }

  /** The number of names that stand beside values, if the line is structured. */
  public int names() {
    return names;
  }

  /** Where a name begins, counted from the beginning of the line. */
  public int nameStart(int index) {
    return nameStarts[index];
  }

  public int nameEnd(int index) {
    return nameEnds[index];
  }
}
