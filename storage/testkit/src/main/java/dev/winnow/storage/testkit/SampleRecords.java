package dev.winnow.storage.testkit;

import dev.winnow.kernel.hash.Hash64;
import dev.winnow.kernel.ledger.Reason;
import dev.winnow.kernel.record.LogRecord;
import dev.winnow.kernel.record.Resource;
import dev.winnow.kernel.record.SeverityNumber;
import dev.winnow.storage.Batch;
import dev.winnow.storage.CountDelta;
import dev.winnow.storage.KeptRecord;
import dev.winnow.storage.LedgerDelta;
import dev.winnow.storage.Partition;
import dev.winnow.storage.Sampling;
import dev.winnow.storage.TemplateChange;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Records and batches for tests, with counts that fit them. */
public final class SampleRecords {
  /** The moment at which the tests of this kit begin. */
  public static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

  public static final String TENANT = "acme";
  public static final Partition TODAY =
      new Partition(LocalDate.ofInstant(NOW, ZoneOffset.UTC), "default");

  private static final long NANOS_PER_SECOND = 1_000_000_000L;
  private static final long NANOS_PER_MINUTE = 60 * NANOS_PER_SECOND;

  private SampleRecords() {}

  /** The time so many seconds after {@link #NOW}, which may be negative. */
  public static long time(double seconds) {
    return NOW.getEpochSecond() * NANOS_PER_SECOND + (long) (seconds * NANOS_PER_SECOND);
  }

  /** A record that says something so many seconds after {@link #NOW}. */
  public static LogRecord record(
      double seconds, String serviceName, SeverityNumber severity, String body) {
    return LogRecord.builder()
        .timestamp(time(seconds))
        .observedTimestamp(time(seconds) + 1)
        .severityNumber(severity)
        .severityText(severity.name())
        .resource(Resource.ofService(serviceName))
        .body(body)
        .build();
  }

  /** The template of a record in these tests: its body's first word. */
  public static long templateId(LogRecord record) {
    byte[] word = record.body().text().split(" ", 2)[0].getBytes(StandardCharsets.UTF_8);
    return Hash64.of(word, 0, word.length, 0);
  }

  public static KeptRecord kept(LogRecord record) {
    int bytes = record.body().text().getBytes(StandardCharsets.UTF_8).length;
    return new KeptRecord(record, templateId(record), false, Sampling.NO_POLICY, bytes);
  }

  /** A batch without identity that came today. */
  public static Batch batch(LogRecord... records) {
    return batch(TENANT, "", TODAY, Arrays.asList(records));
  }

  /** A batch with counts and ledger for its records, and a template for each first word. */
  public static Batch batch(
      String tenantId, String id, Partition partition, List<LogRecord> records) {
    List<KeptRecord> kept = records.stream().map(SampleRecords::kept).toList();
    return new Batch(
        id, partition, tenantId, "test", kept, counts(kept), ledger(kept), templates(kept));
  }

  private static List<CountDelta> counts(List<KeptRecord> kept) {
    return kept.stream()
        .map(each ->
            new CountDelta(
                each.templateId(),
                each.record().serviceName(),
                each.record().severityNumber(),
                each.record().time() / NANOS_PER_MINUTE,
                1,
                each.bytes()))
        .toList();
  }

  private static List<LedgerDelta> ledger(List<KeptRecord> kept) {
    Map<String, Long> perService = new LinkedHashMap<>();
    kept.forEach(each -> perService.merge(each.record().serviceName(), 1L, Long::sum));
    List<LedgerDelta> deltas = new ArrayList<>();
    perService.forEach((service, records) ->
        deltas.add(new LedgerDelta("test", service, Reason.NO_POLICY, records)));
    return deltas;
  }

  private static List<TemplateChange> templates(List<KeptRecord> kept) {
    Map<Long, TemplateChange> learned = new LinkedHashMap<>();
    for (KeptRecord each : kept) {
      String word = each.record().body().text().split(" ", 2)[0];
      learned.put(each.templateId(), new TemplateChange.Learned(each.templateId(), word + " <*>"));
    }
    return List.copyOf(learned.values());
  }
}
