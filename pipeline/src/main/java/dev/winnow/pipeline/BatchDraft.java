package dev.winnow.pipeline;

import dev.winnow.kernel.ledger.Reason;
import dev.winnow.kernel.record.LogRecord;
import dev.winnow.kernel.record.SeverityNumber;
import dev.winnow.storage.Batch;
import dev.winnow.storage.CountDelta;
import dev.winnow.storage.KeptRecord;
import dev.winnow.storage.LedgerDelta;
import dev.winnow.storage.Partition;
import dev.winnow.storage.TemplateChange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A batch while its records are gathered and counted. */
final class BatchDraft {
  private static final long NANOS_PER_MINUTE = 60_000_000_000L;

  /** What records are counted together by. */
  private record Group(
      long templateId, String serviceName, SeverityNumber severityNumber, long minute) {}

  private static final class Sum {
    private long records;
    private long bytes;
  }

  private final List<KeptRecord> records = new ArrayList<>();
  private final Map<Group, Sum> counts = new LinkedHashMap<>();
  private final LedgerDraft ledger;

  BatchDraft(String receiver) {
    ledger = new LedgerDraft(receiver);
  }

  /** Adds a record that is kept. */
  void add(KeptRecord kept) {
    records.add(kept);
    count(kept, kept.sampling().reason());
  }

  /** Counts a record that is not kept. */
  void letGo(KeptRecord made, Reason reason) {
    count(made, reason);
  }

  private void count(KeptRecord kept, Reason reason) {
    LogRecord record = kept.record();
    String serviceName = record.serviceName();
    long minute = record.time() / NANOS_PER_MINUTE;
    Group group = new Group(kept.templateId(), serviceName, record.severityNumber(), minute);
    Sum sum = counts.computeIfAbsent(group, any -> new Sum());
    sum.records++;
    sum.bytes += kept.bytes();
    ledger.add(serviceName, reason);
  }

  /** Notes a record that became a part of another. */
  void addLine(String serviceName) {
    ledger.add(serviceName, Reason.STACK_TRACE);
  }

  /** The records that are kept. */
  List<KeptRecord> records() {
    return records;
  }

  Batch toBatch(
      String id, Partition partition, Submission submission, List<TemplateChange> changes) {
    List<CountDelta> deltas = new ArrayList<>(counts.size());
    counts.forEach((group, sum) ->
        deltas.add(
            new CountDelta(
                group.templateId,
                group.serviceName,
                group.severityNumber,
                group.minute,
                sum.records,
                sum.bytes)));
    List<LedgerDelta> account = ledger.deltas();
    return new Batch(
        id,
        partition,
        submission.tenantId(),
        submission.receiver(),
        records,
        deltas,
        account,
        changes);
  }
}
