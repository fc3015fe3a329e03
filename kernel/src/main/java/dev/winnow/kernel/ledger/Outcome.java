package dev.winnow.kernel.ledger;

import java.util.Locale;

/** What became of a record that was decoded. */
public enum Outcome {
  /** It is in the store. */
  STORED(true),
  /** Another system has acknowledged it. */
  FORWARDED(true),
  /** A rate let it go; it was counted first. */
  SAMPLED_OUT(true),
  /** An audited rule let it go; it was counted first. */
  DROPPED(true),
  /** It had been stored before, by the same request sent again. */
  DUPLICATE(true),
  /** It is a part of the record before it, such as a line of a stack trace. */
  JOINED(true),
  /** It was not taken, and its sender was told. */
  REFUSED(false),
  /** It could not be understood. */
  MALFORMED(false);

  private final boolean isAccepted;

  Outcome(boolean isAccepted) {
    this.isAccepted = isAccepted;
  }

  /** Whether the record counts as accepted. */
  public boolean isAccepted() {
    return isAccepted;
  }

  /** The name in {@code snake_case}, as metrics and JSON have it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
