package dev.winnow.cli.analysis;

/** Whether the times of an input, or of a part of it, go forward. */
final class TimeOrder {
  private long records;
  private long earliest = Long.MAX_VALUE;
  private long latest = Long.MIN_VALUE;

  /** The line of the first record that has a time, and that time. */
  private long firstLine;

  private long first;
  private Disorder disorder = Disorder.NONE;

  /** Adds the time of a record. */
  void add(long time, long line) {
    if (records++ == 0) {
      first = time;
      firstLine = line;
    } else if (isBefore(time)) {
      disorder = disorder.plus(new Disorder(1, latest - time, line), 0);
    }
    earliest = Math.min(earliest, time);
    latest = Math.max(latest, time);
  }

  /**
   * Adds the times of the part that follows after so many lines. Where only some of its records are
   * earlier than those here, the ones that are late by its own times are counted, and the first.
   */
  void add(TimeOrder part, long linesBefore) {
    if (part.records == 0) {
      return;
    }
    if (records == 0) {
      first = part.first;
      firstLine = linesBefore + part.firstLine;
      disorder = disorder.plus(part.disorder, linesBefore);
    } else {
      disorder = disorder.plus(part.disorderAfter(this), linesBefore);
    }
    records += part.records;
    earliest = Math.min(earliest, part.earliest);
    latest = Math.max(latest, part.latest);
  }

  private Disorder disorderAfter(TimeOrder before) {
    if (!before.isBefore(earliest)) {
      return disorder;
    }
    long behind = before.latest - earliest;
    if (before.isBefore(latest)) {
      return new Disorder(records, behind, firstLine);
    }
    boolean isFirstLate = before.isBefore(first);
    return new Disorder(
        Math.max(disorder.records() + (isFirstLate ? 1 : 0), 1),
        behind,
        isFirstLate || disorder.records() == 0 ? firstLine : disorder.line());
  }

  /** Whether a time is before the latest one by more than is usual. */
  private boolean isBefore(long time) {
    return latest - time > Disorder.TOLERANCE_NANOS;
  }

  Disorder disorder() {
    return disorder;
  }
}
