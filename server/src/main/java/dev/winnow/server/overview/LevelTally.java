package dev.winnow.server.overview;

import dev.winnow.kernel.record.SeverityNumber;
import dev.winnow.storage.Count;

/** How many records there are, and how many of them are serious. */
final class LevelTally {
  private long total;
  private long errors;
  private long warnings;
  private long bytes;

  void add(Count count) {
    total += count.records();
    bytes += count.bytes();
    if (count.severityNumber().isError()) {
      errors += count.records();
    } else if (count.severityNumber().range() == SeverityNumber.WARN) {
      warnings += count.records();
    }
  }

  long total() {
    return total;
  }

  /** Those of ERROR or worse. */
  long errors() {
    return errors;
  }

  /** Those of a WARN. */
  long warnings() {
    return warnings;
  }

  /** The errors as a share of all; 0 where there are none. */
  double errorRate() {
    return total == 0 ? 0 : (double) errors / total;
  }

  /** The mean size of a record; 0 where there are none. */
  double meanBytes() {
    return total == 0 ? 0 : (double) bytes / total;
  }
}
