package dev.winnow.pipeline;

import dev.winnow.kernel.form.FormScanner;
import dev.winnow.kernel.ledger.Reason;
import dev.winnow.kernel.record.AnyValue;
import dev.winnow.kernel.record.LogRecord;
import dev.winnow.storage.Batch;
import dev.winnow.storage.KeptRecord;
import dev.winnow.storage.Partition;
import dev.winnow.storage.Sampling;
import dev.winnow.storage.TemplateChange;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** Leads the records of a request through all steps and makes batches of them. One per thread. */
final class BatchMaker {
  private final RetentionChoice retention;
  private final QuotaMeters quotas;
  private final Interpretation interpretation = new Interpretation();
  private final RecordTimes times = new RecordTimes();
  private final RecordRedaction redaction = new RecordRedaction();
  private final FormScanner forms = new FormScanner();

  BatchMaker(RetentionChoice retention, QuotaMeters quotas) {
    this.retention = retention;
    this.quotas = quotas;
  }

  /** The batches of a request, one for each retention class. */
  List<Batch> make(Submission submission, TenantTemplates templates, Instant now) {
    interpretation.begin(now);
    times.begin(now);
    redaction.begin();
    StackTraceJoin.Joined joined = StackTraceJoin.join(submission.records());
    LocalDate day = LocalDate.ofInstant(now, ZoneOffset.UTC);
    Drafts drafts = new Drafts(submission, day);
    try {
      draft(joined, templates, drafts);
      return drafts.toBatches(templates.changes());
    } catch (RuntimeException | Error failure) {
      drafts.giveBack();
      throw failure;
    }
  }

  private void draft(StackTraceJoin.Joined joined, TenantTemplates templates, Drafts drafts) {
    for (LogRecord received : joined.records()) {
      LogRecord placed = times.place(interpretation.interpret(received));
      LogRecord record = redaction.redact(placed);
      long templateId = templates.add(forms, forms.scan(text(record)));
      boolean isInferred = interpretation.isSeverityInferred();
      drafts.add(
          new KeptRecord(record, templateId, isInferred, Sampling.NO_POLICY, RecordSize.of(record)),
          () -> Protection.covers(record, forms.stackTrace() != null));
    }
    for (LogRecord line : joined.lines()) {
      drafts.addLine(redaction.redact(line.resource()).serviceName());
    }
  }

  /** What a template is learned from: the body, or the name of an event that has none. */
  private static String text(LogRecord record) {
    boolean hasBody = !(record.body() instanceof AnyValue.EmptyValue);
    return hasBody ? record.body().text() : record.eventName();
  }

  /** The batches of one request while they grow, by retention class. */
  private final class Drafts {
    private final Submission submission;
    private final LocalDate day;
    private final Map<String, BatchDraft> byClass = new LinkedHashMap<>();

    private Drafts(Submission submission, LocalDate day) {
      this.submission = submission;
      this.day = day;
    }

    private void add(KeptRecord made, BooleanSupplier isProtected) {
      String tenantId = submission.tenantId();
      String retentionClass = retention.retentionClass(tenantId, made.record(), made.templateId());
      BatchDraft draft =
          byClass.computeIfAbsent(retentionClass, any -> new BatchDraft(submission.receiver()));
      if (quotas.take(tenantId, day, made, isProtected)) {
        draft.add(made);
      } else {
        draft.letGo(made, Reason.QUOTA);
      }
    }

    /** Notes a line in the first batch: the record that it is a part of may be in any. */
    private void addLine(String serviceName) {
      byClass.values().iterator().next().addLine(serviceName);
    }

    /** Leaves the quotas as if no record had come. */
    private void giveBack() {
      byClass
          .values()
          .forEach(draft -> quotas.giveBack(submission.tenantId(), day, draft.records()));
    }

    /** All batches; each brings what was learned, as those before it may have been repeated. */
    private List<Batch> toBatches(List<TemplateChange> learned) {
      List<Batch> batches = new ArrayList<>(byClass.size());
      byClass.forEach((retentionClass, draft) ->
          batches.add(
              draft.toBatch(
                  BatchId.of(submission, retentionClass),
                  new Partition(day, retentionClass),
                  submission,
                  learned)));
      return batches;
    }
  }
}
