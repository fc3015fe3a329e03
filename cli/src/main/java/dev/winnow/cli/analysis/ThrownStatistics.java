package dev.winnow.cli.analysis;

import dev.winnow.kernel.stacktrace.StackTrace;

/** The stack traces with one fingerprint. */
final class ThrownStatistics {
  final StackTrace trace;
  final Times times = new Times();
  Sighting first;
  long records;

  ThrownStatistics(StackTrace trace, Sighting first) {
    this.trace = trace;
    this.first = first;
  }

  void add(ThrownStatistics other) {
    records += other.records;
    times.add(other.times);
    first = Sighting.earlier(first, other.first);
  }
}
