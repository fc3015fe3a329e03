package dev.winnow.cli.analysis;

import dev.winnow.kernel.record.SeverityNumber;
import dev.winnow.kernel.severity.Severity;
import dev.winnow.kernel.severity.Severity.Source;
import java.util.Arrays;

/** How many records have which severity, by ranges of four, and how that is known. */
public final class LevelCounts {
  private static final int RANGES = SeverityNumber.FATAL4.number() / SeverityNumber.RANGE + 1;

  private final long[] stated = new long[RANGES];
  private final long[] inferred = new long[RANGES];
  private final long[] assumed = new long[RANGES];

  void add(Severity severity) {
    counts(severity.source())[index(severity.number())]++;
  }

  void add(LevelCounts other) {
    Arrays.setAll(stated, i -> stated[i] + other.stated[i]);
    Arrays.setAll(inferred, i -> inferred[i] + other.inferred[i]);
    Arrays.setAll(assumed, i -> assumed[i] + other.assumed[i]);
  }

  /** What was not understood was stated all the same, outside of all ranges. */
  private long[] counts(Source source) {
    return switch (source) {
      case INFERRED -> inferred;
      case ASSUMED -> assumed;
      case STATED, ABSENT, NOT_UNDERSTOOD -> stated;
    };
  }

  private static int index(SeverityNumber severity) {
    return (severity.number() + SeverityNumber.RANGE - 1) / SeverityNumber.RANGE;
  }

  /** The records of a range. */
  public long of(SeverityNumber range) {
    int index = index(range);
    return stated[index] + inferred[index] + assumed[index];
  }

  /** Those of them that are known in one way. */
  public long of(SeverityNumber range, Source source) {
    return counts(source)[index(range)];
  }

  /** The records whose severity is known in one way. */
  public long of(Source source) {
    return Arrays.stream(counts(source)).sum();
  }

  /** The records of ERROR and worse. */
  public long errors() {
    return of(SeverityNumber.ERROR) + of(SeverityNumber.FATAL);
  }
}
