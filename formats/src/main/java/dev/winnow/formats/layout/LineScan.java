package dev.winnow.formats.layout;

import dev.winnow.formats.time.TimeShape;
import dev.winnow.formats.time.TimestampScanner;
import dev.winnow.kernel.severity.NumberScale;
import dev.winnow.kernel.severity.Severity;
import dev.winnow.kernel.severity.Severity.Source;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line while it is read: its bytes, and what was found in it so far. What many layouts begin
 * with, a timestamp and a level, is looked for once in each place.
 */
final class LineScan {
  private static final int NOWHERE = -1;
  private static final int MAX_LEVEL_BYTES = 24;
  private static final int MAX_LEVEL_DIGITS = 6;
  private static final int STATUS_DIGITS = 3;
  private static final int NANO_DIGITS = 9;
  private static final long NANOS_PER_SECOND = 1_000_000_000L;
  private static final int MAX_PRIORITY = 191;

  byte[] in = {};

  /** Where the line begins, which offsets count from. */
  int base;

  /** Where what is to be read begins, behind an envelope. */
  int from;

  int to;
  LineReading out = new LineReading();

  private TimestampScanner times;

  /** For what is read in few places, so that what {@link #times} holds stays. */
  private TimestampScanner rareTimes;

  private final LevelMemo levels = new LevelMemo();
  private int timeAt;
  private int timeEnd;
  private int levelAt;
  private int levelEnd;
  private Severity level = LineReading.ABSENT;
  private boolean levelIsUnmistakable;

  LineScan(Instant reference) {
    times = new TimestampScanner(reference);
    rareTimes = new TimestampScanner(reference);
  }

  /** Begins the lines of another log, which were written by {@code reference} at the latest. */
  void begin(Instant reference) {
    times = new TimestampScanner(reference);
    rareTimes = new TimestampScanner(reference);
  }

  /** Begins a line. */
  void reset(byte[] in, int from, int to, LineReading out) {
    this.in = in;
    base = from;
    this.to = to;
    enter(from, out);
  }

  /** Begins anew at a place within the line. */
  void enter(int start, LineReading out) {
    this.out = out;
    from = start;
    timeAt = NOWHERE;
    levelAt = NOWHERE;
    out.clear();
    out.textStart = start - base;
  }

  /** Forgets what was found. */
  void clear() {
    out.clear();
    out.textStart = from - base;
  }

  void set(Field field, int start, int end) {
    out.set(field, start - base, end - base);
  }

  /** Sets a field unless it was set before. */
  void keep(Field field, int start, int end) {
    if (!out.has(field)) {
      set(field, start, end);
    }
  }

  void list(int nameStart, int nameEnd, int start, int end) {
    out.list(nameStart - base, nameEnd - base, start - base, end - base);
  }

  void list(String name, int start, int end) {
    out.list(name, start - base, end - base);
  }

  /** Takes a value for what its name means. */
  void take(Meaning meaning, int start, int end) {
    switch (meaning.kind()) {
      case TIME -> timeValue(start, end);
      case NANOS -> nanosValue(start, end);
      case LEVEL -> levelValue(meaning.scale(), start, end);
      case FIELD -> fieldValue(meaning, start, end);
      case NOTHING, LINE, SCOPE, EVENT -> {}
    }
  }

  private void fieldValue(Meaning meaning, int start, int end) {
    Field field = meaning.field();
    boolean isDuration = field == Field.DURATION;
    boolean nil = end > start && in[start] == '-' && (end - start == 1 || isDuration);
    if (field != null && !nil && end > start && !out.has(field) && fits(field, start, end)) {
      set(field, start, end);
      if (isDuration) {
        out.durationUnit = meaning.unitNanos();
      }
    }
  }

  /** Whether a text can be what its name says, for names that are used for other things as well. */
  private boolean fits(Field field, int start, int end) {
    return switch (field) {
      case STATUS ->
          end - start == STATUS_DIGITS
              && in[start] >= '1'
              && in[start] <= '5'
              && isAll('0', '9', start + 1, end);
      case METHOD -> isAll('A', 'Z', start, end);
      default -> true;
    };
  }

  private boolean isAll(char first, char last, int start, int end) {
    for (int i = start; i < end; i++) {
      if (in[i] < first || in[i] > last) {
        return false;
      }
    }
    return true;
  }

  private void levelValue(@Nullable NumberScale scale, int start, int end) {
    if (scale == null) {
      state(start, end);
      return;
    }
    long value = 0;
    boolean digits = end > start && end - start <= MAX_LEVEL_DIGITS;
    for (int i = start; digits && i < end; i++) {
      digits = in[i] >= '0' && in[i] <= '9';
      value = value * 10 + in[i] - '0';
    }
    if (digits) {
      state(Severity.ofNumber(scale, value));
    } else {
      state(start, end);
    }
  }

  /** States a severity by its name. */
  void state(String name) {
    out.severity = Severity.ofText(name);
  }

  /** States a severity by its text, unless one was stated before or the text means none. */
  private void state(int start, int end) {
    if (out.severity.source() == Source.ABSENT) {
      out.state(Severity.ofText(in, start, end), start - base, end - base);
    }
  }

  /** States a severity by its number on a scale, likewise. */
  void state(NumberScale scale, long number) {
    state(Severity.ofNumber(scale, number));
  }

  private void state(Severity severity) {
    if (out.severity.source() == Source.ABSENT) {
      out.severity = severity;
    }
  }

  /** Reads a timestamp of any shape. */
  int time(int at) {
    if (at != timeAt) {
      timeAt = at;
      timeEnd = times.scan(in, at, to);
    }
    return timeEnd == TimestampScanner.NONE ? Part.FAILED : take(times, timeEnd);
  }

  /** Reads a timestamp of one shape. */
  int time(TimeShape shape, int at) {
    if (shape.isAmbiguous()) {
      int end = rareTimes.scan(shape, in, at, to);
      return end == TimestampScanner.NONE ? Part.FAILED : take(rareTimes, end);
    }
    int end = time(at);
    return end != Part.FAILED && times.shape() == shape ? end : Part.FAILED;
  }

  /** Skips a timestamp that is not that of the record. */
  int otherTime(int at) {
    int end = rareTimes.scan(in, at, to);
    return end == TimestampScanner.NONE ? Part.FAILED : end;
  }

  private int take(TimestampScanner scanner, int end) {
    out.hasTime = true;
    out.hasZone = scanner.hasZone();
    out.hasYear = scanner.hasYear();
    out.hasDate = scanner.hasDate();
    out.epochNanos = scanner.epochNanos();
    return end;
  }

  /** Takes a text for the timestamp if it is one as a whole and there was none before. */
  private void timeValue(int start, int end) {
    if (!out.hasTime && times.scan(in, start, end) == end) {
      timeAt = NOWHERE;
      take(times, end);
    }
  }

  /** Takes a text for the nanoseconds that the timestamp lacks. */
  private void nanosValue(int start, int end) {
    long nanos = 0;
    boolean digits = out.hasTime && end > start && end - start <= NANO_DIGITS;
    for (int i = start; digits && i < end; i++) {
      digits = in[i] >= '0' && in[i] <= '9';
      nanos = nanos * 10 + in[i] - '0';
    }
    if (digits && out.epochNanos % NANOS_PER_SECOND == 0) {
      out.epochNanos += nanos;
    }
  }

  /** Takes date and time, which stand side by side, for a timestamp of UTC. */
  void utcTime(int start, int end) {
    timeValue(start, end);
    out.hasZone = true;
  }

  /** Reads a word for a severity. */
  int level(int at, boolean unmistakable) {
    if (at != levelAt) {
      readLevel(at);
    }
    boolean accepted = unmistakable ? levelIsUnmistakable : level.source() == Source.STATED;
    if (!accepted) {
      return Part.FAILED;
    }
    out.state(level, at - base, levelEnd - base);
    return levelEnd;
  }

  private void readLevel(int at) {
    int end = at;
    int limit = Math.min(to, at + MAX_LEVEL_BYTES);
    while (end < limit && isWord(in[end])) {
      end++;
    }
    levelAt = at;
    levelEnd = end;
    if (end == at || end - at > LevelMemo.MAX_WORD_BYTES) {
      lookUp(at, end);
      return;
    }
    byte before = at > from ? in[at - 1] : 0;
    byte after = end < to ? in[end] : 0;
    long key = LevelMemo.key(in, at, end, before, after);
    if (levels.has(key)) {
      level = levels.level();
      levelIsUnmistakable = levels.isUnmistakable();
    } else {
      lookUp(at, end);
      levels.put(key, level, levelIsUnmistakable);
    }
  }

  private void lookUp(int at, int end) {
    boolean isNumber = end > at && in[end - 1] >= '0' && in[end - 1] <= '9' && in[at] <= '9';
    level = end == at || isNumber ? LineReading.ABSENT : Severity.ofText(in, at, end);
    levelIsUnmistakable = level.source() == Source.STATED && isUnmistakable(at, end);
  }

  /**
   * Whether the word would be taken for a level by one who sees nothing but it and the characters
   * beside it. Capitalised before a colon it may be an exception or prose.
   */
  private boolean isUnmistakable(int start, int end) {
    boolean label = end < to && in[end] == ':';
    boolean capitalised = end - start > 1 && isUpper(in[start]) && !isUpper(in[start + 1]);
    return !(label && capitalised)
        && Severity.infer(in, Math.max(from, start - 1), Math.min(to, end + 1)).source()
            == Source.INFERRED;
  }

  /** Reads the priority of syslog. */
  int priority(int at) {
    int value = 0;
    int i = at + 1;
    while (i < to && i < at + 4 && in[i] >= '0' && in[i] <= '9') {
      value = value * 10 + in[i++] - '0';
    }
    if (at >= to || in[at] != '<' || i == at + 1 || i >= to || in[i] != '>') {
      return Part.FAILED;
    }
    if (value > MAX_PRIORITY) {
      return Part.FAILED;
    }
    out.severity = Severity.ofNumber(NumberScale.SYSLOG, value & 7);
    return i + 1;
  }

  boolean startsWith(byte[] text, int at) {
    if (to - at < text.length) {
      return false;
    }
    for (int i = 1; i < text.length; i++) {
      if (in[at + i] != text[i]) {
        return false;
      }
    }
    return true;
  }

  int skipBlanks(int at) {
    int i = at;
    while (i < to && (in[i] == ' ' || in[i] == '\t')) {
      i++;
    }
    return i;
  }

  private static boolean isUpper(byte b) {
    return b >= 'A' && b <= 'Z';
  }

  static boolean isWord(byte b) {
    int lower = b | 0x20;
    return b < 0 || (lower >= 'a' && lower <= 'z') || (b >= '0' && b <= '9');
  }
}
