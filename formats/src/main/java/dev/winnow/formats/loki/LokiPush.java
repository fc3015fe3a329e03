package dev.winnow.formats.loki;

import dev.winnow.kernel.record.LogRecord;
import java.util.List;

/**
 * What a push holds.
 *
 * @param records those that can be kept, in their order
 * @param rejected how many cannot, as the labels of their stream cannot be read
 * @param objection why the first of those cannot; empty if there are none
 */
public record LokiPush(List<LogRecord> records, long rejected, String objection) {}
