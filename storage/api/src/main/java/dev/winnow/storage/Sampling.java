package dev.winnow.storage;

import dev.winnow.kernel.ledger.Reason;

/**
 * With what probability a record was kept, as OpenTelemetry's consistent probability sampling
 * writes it.
 *
 * @param threshold the rejection threshold, 56 bits: a record is kept if its randomness is not
 *     below; 0 keeps everything
 * @param reason why it is kept
 */
public record Sampling(long threshold, Reason reason) {
  /** Kept because nothing says otherwise. */
  public static final Sampling NO_POLICY = new Sampling(0, Reason.NO_POLICY);
}
