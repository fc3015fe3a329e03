package dev.winnow.cli.analyze;

import dev.winnow.kernel.stacktrace.StackTrace;

/** The stack traces with one fingerprint. */
final class ThrownStatistics {
  final StackTrace trace;
  final Exemplar exemplar;
  final Times times = new Times();
  long records;

  ThrownStatistics(StackTrace trace, Exemplar exemplar) {
    this.trace = trace;
    this.exemplar = exemplar;
  }
}
