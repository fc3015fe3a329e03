/**
 * What happens to a record between its receipt and its store.
 *
 * <p>{@link dev.winnow.pipeline.Pipeline} takes a {@link dev.winnow.pipeline.Submission} and
 * returns when it is durable. In between, each step has a class of its own, in this order: {@code
 * StackTraceJoin} makes one record of the lines of one stack trace, {@code Interpretation} and
 * {@code RecordTimes} find severity, time and fields, {@code RecordRedaction} takes secrets out,
 * {@code TenantTemplates} names the template, and {@code BatchDraft} counts. Nothing here decides
 * to let a record go.
 *
 * <p>Every record is in the ledger exactly once, whatever happens: see {@link
 * dev.winnow.pipeline.LedgerBalance}.
 */
@NullMarked
package dev.winnow.pipeline;

import org.jspecify.annotations.NullMarked;
