/**
 * The account of every record: what became of it, and why.
 *
 * <p>{@link dev.winnow.kernel.ledger.Outcome} is what became of a record, {@link
 * dev.winnow.kernel.ledger.Reason} why; both are closed lists. Their counts balance at any time:
 *
 * <pre>
 * received = accepted + refused + malformed
 * accepted = stored + forwarded + sampled_out + dropped + duplicate + joined + in_flight
 * </pre>
 */
@NullMarked
package dev.winnow.kernel.ledger;

import org.jspecify.annotations.NullMarked;
