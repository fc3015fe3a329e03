package dev.winnow.storage;

import dev.winnow.kernel.record.SeverityNumber;

/**
 * Records to be added to the counts of a minute.
 *
 * @param templateId the template as known at arrival
 * @param minute whole minutes since 1970, of {@link dev.winnow.kernel.record.LogRecord#time()}
 * @param records how many, those that were counted and let go included
 * @param bytes the sum of their sizes
 */
public record CountDelta(
    long templateId,
    String serviceName,
    SeverityNumber severityNumber,
    long minute,
    long records,
    long bytes) {}
