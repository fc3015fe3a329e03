package dev.winnow.storage;

import dev.winnow.kernel.record.LogRecord;

/**
 * A record that is kept, with what the pipeline found out and decided about it.
 *
 * @param record redacted, with both times set
 * @param templateId the template as known at arrival; later merges are resolved on reading
 * @param severityInferred whether the severity was read out of the body, or is INFO for want of one
 * @param sampling with what probability it was kept, and why
 * @param bytes its size as the ledger and the costs count it
 */
public record KeptRecord(
    LogRecord record, long templateId, boolean severityInferred, Sampling sampling, int bytes) {}
