package dev.winnow.kernel.severity;

import dev.winnow.kernel.record.SeverityNumber;

/** Reads a severity out of a body that has none beside it. */
final class BodySeverity {
  /*
   * What a body says about itself comes first: a prefix such as syslog's, then a level word where
   * layouts put one. A body without them may still be an access log line, whose status code
   * tells, or show an exception. Words of prose never count: "0 errors", "error=false" and "no
   * error" are good news, and a wrong ERROR would protect noise for ever.
   */

  /** Bytes that are looked at; a status or an exception further on is not found. */
  private static final int LIMIT = 8 * 1024;

  private BodySeverity() {}

  /** The severity of a body, or unspecified. */
  static SeverityNumber find(byte[] in, int from, int to) {
    int end = Math.min(to, from + LIMIT);
    SeverityNumber level = LinePrefix.find(in, from, end);
    if (level == SeverityNumber.UNSPECIFIED) {
      level = LevelWord.find(in, from, end);
    }
    return level == SeverityNumber.UNSPECIFIED ? BodySigns.find(in, from, end) : level;
  }
}
