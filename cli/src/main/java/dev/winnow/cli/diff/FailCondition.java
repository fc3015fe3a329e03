package dev.winnow.cli.diff;

import dev.winnow.core.detection.Difference.Kind;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Predicate;

/** A difference with which the command is to fail, if asked to. */
enum FailCondition {
  /** An error, or a stack trace, that the base does not have. */
  NEW_ERROR(found -> !found.newErrors().isEmpty() || !found.tracesOf(Kind.NEW).isEmpty()),
  /** A template that the base does not have. */
  NEW(found -> !found.of(Kind.NEW).isEmpty()),
  /** A template that the candidate does not have any more. */
  GONE(found -> !found.of(Kind.GONE).isEmpty()),
  /** A higher share of errors. */
  ERRORS(found -> Differences.isMore(found.errorShare())),
  /** A template that tells of longer durations. */
  LATENCY(found -> !found.slower().isEmpty()),
  /** More bytes at equal size. */
  BYTES(found -> found.cost().hasGrown()),
  /** A kind of secret that the base does not hold. */
  SECRET(found -> !found.secrets().isEmpty()),
  /** Any of the others. */
  ANY(FailCondition::holdsAnyOther);

  // Stateless lambdas of this file.
  @SuppressWarnings("ImmutableEnumChecker")
  private final Predicate<Differences> condition;

  FailCondition(Predicate<Differences> condition) {
    this.condition = condition;
  }

  private static boolean holdsAnyOther(Differences found) {
    return Arrays.stream(values()).anyMatch(other -> other != ANY && other.holds(found));
  }

  boolean holds(Differences found) {
    return condition.test(found);
  }

  /** As users write it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
