package dev.winnow.formats.otlp;

import dev.winnow.kernel.record.LogRecord;
import java.util.List;

/**
 * What a request to store logs holds.
 *
 * @param records those that can be kept, in their order
 * @param rejectedLogRecords how many cannot
 * @param errorMessage why the first of those cannot; if there are none, what else the sender should
 *     know, or empty
 */
public record LogsRequest(List<LogRecord> records, long rejectedLogRecords, String errorMessage) {}
