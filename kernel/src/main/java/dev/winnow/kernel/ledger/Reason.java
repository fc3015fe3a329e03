package dev.winnow.kernel.ledger;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Why a record came to its {@link Outcome}. */
public enum Reason {
  /** No policy says anything about it, so it is kept. */
  NO_POLICY(Outcome.STORED),
  /** More was sent on one day than its tenant or service may have kept. */
  QUOTA(Outcome.DROPPED),
  /** It continues the stack trace that the record before it begins. */
  STACK_TRACE(Outcome.JOINED),
  /** The request that brought it has the identity of one that was stored. */
  REPEATED_REQUEST(Outcome.DUPLICATE),
  /** More came than could be stored. */
  OVERLOADED(Outcome.REFUSED),
  /** The store failed to keep it. */
  STORAGE_FAILED(Outcome.REFUSED),
  /** A fault of Winnow itself. */
  INTERNAL_ERROR(Outcome.REFUSED),
  /** A part of it is not what its format requires. */
  INVALID(Outcome.MALFORMED);

  private static final Map<String, Reason> BY_LABEL =
      Arrays.stream(values()).collect(Collectors.toMap(Reason::label, Function.identity()));

  private final Outcome outcome;

  Reason(Outcome outcome) {
    this.outcome = outcome;
  }

  /** What becomes of a record for this reason. */
  public Outcome outcome() {
    return outcome;
  }

  /** The name in {@code snake_case}, as metrics, JSON and stores have it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The reason with a {@linkplain #label label}; empty if there is none, as after a downgrade. */
  public static Optional<Reason> of(String label) {
    return Optional.ofNullable(BY_LABEL.get(label));
  }
}
