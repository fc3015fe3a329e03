package dev.winnow.storage.duckdb;

import dev.winnow.kernel.ledger.Reason;
import dev.winnow.kernel.record.SeverityNumber;
import dev.winnow.storage.Batch;
import dev.winnow.storage.CountDelta;
import dev.winnow.storage.LedgerDelta;
import dev.winnow.storage.Partition;
import dev.winnow.storage.TemplateChange;
import dev.winnow.storage.duckdb.block.BinaryReader;
import dev.winnow.storage.duckdb.block.BinaryWriter;
import dev.winnow.storage.duckdb.block.RecordEncoder;
import dev.winnow.storage.duckdb.block.RowBlock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A batch as it is in the log: what is learned from it beside its records, which are rows by now.
 *
 * @param sequence its number in the log
 * @param committedAt in nanoseconds since 1970
 */
record CommittedBatch(
    long sequence,
    long committedAt,
    String id,
    Partition partition,
    String tenantId,
    List<CountDelta> counts,
    List<LedgerDelta> ledger,
    List<TemplateChange> templates,
    RowBlock records) {
  private static final int FORMAT = 1;
  private static final int LEARNED = 1;
  private static final int MERGED = 2;

  /** A fair guess of what a record takes, so that the bytes seldom grow. */
  private static final int EXPECTED_RECORD_BYTES = 400;

  /** The bytes of a batch that is about to be committed. */
  static byte[] encode(Batch batch, long committedAt) {
    BinaryWriter out = new BinaryWriter(EXPECTED_RECORD_BYTES * (batch.records().size() + 1));
    out.putByte(FORMAT);
    out.putLong(committedAt);
    out.putText(batch.id());
    out.putLong(batch.partition().day().toEpochDay());
    out.putText(batch.partition().retentionClass());
    out.putText(batch.tenantId());
    out.putInt(batch.counts().size());
    batch.counts().forEach(count -> encode(count, out));
    out.putInt(batch.ledger().size());
    batch.ledger().forEach(delta -> encode(delta, out));
    out.putInt(batch.templates().size());
    batch.templates().forEach(change -> encode(change, out));
    RecordEncoder.write(batch.tenantId(), batch.receiver(), batch.records(), out);
    return out.toByteArray();
  }

  /** The same batch under another number. */
  CommittedBatch at(long other) {
    return new CommittedBatch(
        other,
        committedAt,
        id,
        partition,
        tenantId,
        counts,
        ledger,
        templates,
        RecordEncoder.at(other, records));
  }

  private static void encode(CountDelta count, BinaryWriter out) {
    out.putLong(count.templateId());
    out.putText(count.serviceName());
    out.putByte(count.severityNumber().number());
    out.putLong(count.minute());
    out.putLong(count.records());
    out.putLong(count.bytes());
  }

  private static void encode(LedgerDelta delta, BinaryWriter out) {
    out.putText(delta.receiver());
    out.putText(delta.serviceName());
    out.putText(delta.reason().label());
    out.putLong(delta.records());
  }

  private static void encode(TemplateChange change, BinaryWriter out) {
    out.putLong(change.templateId());
    switch (change) {
      case TemplateChange.Learned learned -> {
        out.putByte(LEARNED);
        out.putText(learned.text());
      }
      case TemplateChange.Merged merged -> {
        out.putByte(MERGED);
        out.putLong(merged.into());
      }
    }
  }

  /** Reads what {@link #encode(Batch, long)} wrote. */
  static CommittedBatch decode(long sequence, byte[] payload) {
    BinaryReader in = new BinaryReader(payload);
    StoredFormat.demand("batch " + sequence + " of the log", in.takeByte(), FORMAT);
    return new CommittedBatch(
        sequence,
        in.takeLong(),
        in.takeText(),
        new Partition(LocalDate.ofEpochDay(in.takeLong()), in.takeText()),
        in.takeText(),
        list(in, CommittedBatch::count),
        list(in, CommittedBatch::delta),
        list(in, CommittedBatch::change),
        RecordEncoder.read(in, sequence));
  }

  private static <T> List<T> list(BinaryReader in, Function<BinaryReader, T> element) {
    int size = in.takeInt();
    List<T> elements = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      elements.add(element.apply(in));
    }
    return elements;
  }

  private static CountDelta count(BinaryReader in) {
    return new CountDelta(
        in.takeLong(),
        in.takeText(),
        SeverityNumber.of(in.takeByte()),
        in.takeLong(),
        in.takeLong(),
        in.takeLong());
  }

  private static LedgerDelta delta(BinaryReader in) {
    return new LedgerDelta(in.takeText(), in.takeText(), reason(in.takeText()), in.takeLong());
  }

  static Reason reason(String label) {
    return Reason.of(label)
        .orElseThrow(() -> new IllegalStateException("no reason is called " + label));
  }

  private static TemplateChange change(BinaryReader in) {
    long templateId = in.takeLong();
    return in.takeByte() == LEARNED
        ? new TemplateChange.Learned(templateId, in.takeText())
        : new TemplateChange.Merged(templateId, in.takeLong());
  }
}
