package dev.winnow.cli.analysis;

import dev.winnow.kernel.stacktrace.StackTrace;

/** The stack traces with one fingerprint, and the first of them. */
public record ThrownFindings(StackTrace trace, long records, Times times, Exemplar exemplar) {}
