package dev.winnow.pipeline;

import dev.winnow.kernel.record.LogRecord;

/** Says for how long a record is kept, by the name of a retention class. */
@FunctionalInterface
public interface RetentionChoice {
  /**
   * The class of a record as it will be stored. The same for the same record, or requests that are
   * sent again are not recognised. Asked for every record, so it must be quick.
   */
  String retentionClass(String tenantId, LogRecord record, long templateId);
}
