package dev.winnow.storage;

import java.util.List;

/**
 * What is committed as one: records of one tenant and partition, and what they add to the counts.
 *
 * @param id the identity by which a repeated batch is recognised; empty if its sender gave none
 * @param receiver how it came, such as {@code otlp_http}
 * @param counts what the records, and those let go, add to the counts per minute
 * @param ledger what became of the records that came
 * @param templates what was learned from them
 */
public record Batch(
    String id,
    Partition partition,
    String tenantId,
    String receiver,
    List<KeptRecord> records,
    List<CountDelta> counts,
    List<LedgerDelta> ledger,
    List<TemplateChange> templates) {
  /** The length of an identity, in characters. */
  public static final int MAX_ID_LENGTH = 256;

  /** The number of records in a batch. */
  public static final int MAX_RECORDS = 1_000_000;

  public Batch {
    if (id.length() > MAX_ID_LENGTH || records.size() > MAX_RECORDS) {
      throw new IllegalArgumentException(
          "a batch has at most "
              + MAX_ID_LENGTH
              + " characters of id, "
              + MAX_RECORDS
              + " records");
    }
    records = List.copyOf(records);
    counts = List.copyOf(counts);
    ledger = List.copyOf(ledger);
    templates = List.copyOf(templates);
  }
}
