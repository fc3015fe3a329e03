package dev.winnow.formats.bulk;

import dev.winnow.kernel.record.LogRecord;
import java.util.List;

/**
 * What a bulk request holds.
 *
 * @param records those of its documents that can be kept, in their order
 * @param items what became of each action, likewise
 */
public record BulkRequest(List<LogRecord> records, List<BulkItem> items) {
  /** How many actions are refused. */
  public int rejected() {
    return items.size() - records.size();
  }
}
