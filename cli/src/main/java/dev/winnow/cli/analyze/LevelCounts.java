package dev.winnow.cli.analyze;

import dev.winnow.kernel.record.SeverityNumber;
import dev.winnow.kernel.severity.Severity;
import dev.winnow.kernel.severity.Severity.Source;
import java.util.Arrays;

/** How many records have which severity, by ranges of four, and how that is known. */
final class LevelCounts {
  private static final int RANGES = SeverityNumber.FATAL4.number() / SeverityNumber.RANGE + 1;

  private final long[] stated = new long[RANGES];
  private final long[] inferred = new long[RANGES];
  private final long[] assumed = new long[RANGES];

  void add(Severity severity) {
    counts(severity.source())[index(severity.number())]++;
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
  long of(SeverityNumber range) {
    int index = index(range);
    return stated[index] + inferred[index] + assumed[index];
  }

  /** Those of them that are known in one way. */
  long of(SeverityNumber range, Source source) {
    return counts(source)[index(range)];
  }

  /** The records whose severity is known in one way. */
  long of(Source source) {
    return Arrays.stream(counts(source)).sum();
  }

  /** The records of ERROR and worse. */
  long errors() {
    return of(SeverityNumber.ERROR) + of(SeverityNumber.FATAL);
  }
}
