package dev.winnow.pipeline;

import dev.winnow.kernel.record.LogRecord;
import dev.winnow.storage.Batch;
import java.util.List;

/**
 * What one request brought.
 *
 * @param receiver how it came, such as {@code otlp_http}
 * @param identity by which the same request sent again is recognised, such as an {@code
 *     Idempotency-Key}; empty if its sender gave none
 * @param records what was decoded
 * @param invalid how many more could not be decoded
 * @param bytes the memory that it takes, about: the size of the request when it was unpacked
 */
public record Submission(
    String tenantId,
    String receiver,
    String identity,
    List<LogRecord> records,
    long invalid,
    long bytes) {
  /** The number of records in a submission. */
  public static final int MAX_RECORDS = Batch.MAX_RECORDS;

  public Submission {
    if (records.size() > MAX_RECORDS) {
      throw new IllegalArgumentException("a submission has at most " + MAX_RECORDS + " records");
    }
    if (invalid < 0 || bytes < 0) {
      throw new IllegalArgumentException("a submission of less than nothing");
    }
  }

  /** All records of it, those included that are none. */
  long received() {
    return records.size() + invalid;
  }
}
