package dev.winnow.server.templates;

import java.time.Instant;
import java.util.List;

/**
 * Templates with their counts, which together with {@code other_records} add up to all records, and
 * so do their bytes.
 *
 * @param startTime the first moment that is counted
 * @param endTime the first that is not any more
 * @param totalRecords all records that are selected
 * @param totalBytes their size
 * @param totalPatterns all templates that they belong to
 * @param otherRecords those of templates that are not listed
 * @param otherBytes the size of those
 * @param otherPatterns the templates that are not listed
 * @param trendStart when the first interval of each trend begins
 * @param trendIntervalSeconds the length of an interval of a trend
 */
public record TemplateList(
    List<TemplateAnswer> patterns,
    Instant startTime,
    Instant endTime,
    long totalRecords,
    long totalBytes,
    long totalPatterns,
    long otherRecords,
    long otherBytes,
    long otherPatterns,
    Instant trendStart,
    long trendIntervalSeconds) {}
