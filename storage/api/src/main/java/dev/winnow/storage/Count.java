package dev.winnow.storage;

import dev.winnow.kernel.record.SeverityNumber;

/**
 * How many records have something in common. What was not told apart is 0, empty or unspecified.
 *
 * @param time when the bucket begins, in nanoseconds since 1970
 * @param templateId the template as it is by now
 * @param bytes the sum of their sizes
 * @param earliest when the minute begins in which the first of them happened, as {@code time}
 * @param latest when the minute begins in which the last of them happened
 */
public record Count(
    long time,
    String serviceName,
    SeverityNumber severityNumber,
    long templateId,
    long records,
    long bytes,
    long earliest,
    long latest) {}
