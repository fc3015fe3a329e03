package dev.winnow.cli.analyze;

import dev.winnow.core.miner.MinerSettings;
import dev.winnow.core.miner.TemplateCount;
import dev.winnow.core.miner.TemplateMiner;
import dev.winnow.formats.input.Input;
import dev.winnow.formats.join.RecordReader;
import dev.winnow.formats.layout.Field;
import dev.winnow.formats.layout.LineReading;
import dev.winnow.formats.layout.Span;
import dev.winnow.kernel.form.FormScanner;
import dev.winnow.kernel.record.SeverityNumber;
import dev.winnow.kernel.severity.Severity;
import dev.winnow.kernel.stacktrace.StackTraceScanner;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes in the records of one log or several, and finds out what is in them. */
final class Analysis {
  /** Room for logs of many programs; bounded all the same. */
  private static final MinerSettings MINER = new MinerSettings(1 << 18, 50_000, 64L << 20);

  /** Templates beyond have a count but neither trend nor level. */
  private static final int MAX_STATISTICS = 1 << 16;

  private static final int MAX_FINGERPRINTS = 4096;

  private final FormScanner forms = new FormScanner();
  private final TemplateMiner miner = new TemplateMiner(MINER);
  private final StackTraceScanner traces = new StackTraceScanner();
  private final Timeline timeline = new Timeline();
  private final LongTable<TemplateStatistics> statistics = new LongTable<>(MAX_STATISTICS);
  private final LongTable<ThrownStatistics> thrown = new LongTable<>(MAX_FINGERPRINTS);
  private final List<InputFindings> inputs = new ArrayList<>();
  private final LevelCounts levels = new LevelCounts();
  private final Times times = new Times();
  private final NameCounts services = new NameCounts();
  private final NameCounts hosts = new NameCounts();
  private final NameCounts fields = new NameCounts();
  private LayoutCounts layouts = new LayoutCounts();
  private long records;
  private long structuredRecords;
  private long timedRecords;

  /** Begins an input. */
  void begin() {
    layouts = new LayoutCounts();
  }

  /** Takes in a record. */
  void add(RecordReader record, String input) {
    records++;
    byte[] in = record.bytes();
    LineReading reading = record.reading();
    Severity severity = record.severity();
    layouts.add(reading.layout(), record.recordLines());
    levels.add(severity);
    long form = forms.scan(in, record.bodyFrom(), record.to());
    TemplateStatistics template = statistics(miner.add(forms, form));
    long time =
        reading.hasTime() && Timeline.covers(reading.epochNanos()) ? reading.epochNanos() : 0;
    if (time != 0) {
      timedRecords++;
      times.add(time);
      if (!timeline.includes(time)) {
        redivide(time);
      }
      timeline.note(time);
    }
    int service = countNames(record);
    if (template != null) {
      template.noteService(service);
      count(template, record, input, time);
    }
    if (record.recordLines() > 1 || severity.number().isError()) {
      countTrace(record, input, time);
    }
  }

  private @Nullable TemplateStatistics statistics(long id) {
    TemplateStatistics known = statistics.get(id);
    if (known == null && !statistics.isFull()) {
      known = new TemplateStatistics();
      statistics.put(id, known);
    }
    return known;
  }

  private void redivide(long time) {
    Timeline.Fold fold = timeline.include(time);
    statistics.forEach((id, template) -> template.fold(fold));
  }

  private void count(TemplateStatistics template, RecordReader record, String input, long time) {
    SeverityNumber severity = record.severity().number();
    template.countLevel(severity);
    if (time != 0) {
      template.countTime(time, timeline);
    }
    if (severity.isError()) {
      template.countError();
      if (time != 0) {
        template.countErrorTime(time);
      }
      if (template.firstError() == null) {
        template.keep(Exemplar.of(record, input));
      }
    }
  }

  private void countTrace(RecordReader record, String input, long time) {
    StackTraceScanner found = forms.stackTrace();
    if (found == null) {
      if (!traces.scan(record.bytes(), record.bodyFrom(), record.to())) {
        return;
      }
      found = traces;
    }
    long fingerprint = found.fingerprint();
    ThrownStatistics known = thrown.get(fingerprint);
    if (known == null) {
      if (thrown.isFull()) {
        return;
      }
      known = new ThrownStatistics(found.toStackTrace(), Exemplar.of(record, input));
      thrown.put(fingerprint, known);
    }
    known.records++;
    if (time != 0) {
      known.times.add(time);
    }
  }

  /** Counts the names in a record, and returns the number of its service. */
  private int countNames(RecordReader record) {
    LineReading reading = record.reading();
    boolean structured = false;
    byte[] in = record.bytes();
    int from = record.from();
    for (int i = 0; i < reading.values(); i++) {
      if (reading.name(i) == null) {
        structured = true;
        Span name = reading.nameSpan(i);
        fields.add(in, from + name.start(), from + name.end(), records);
      }
    }
    structuredRecords += structured ? 1 : 0;
    count(hosts, Field.HOST, record);
    return count(services, Field.SERVICE, record);
  }

  private int count(NameCounts names, Field field, RecordReader record) {
    Span name = record.reading().span(field);
    if (name.isEmpty()) {
      return NameCounts.UNCOUNTED;
    }
    int from = record.from();
    return names.add(record.bytes(), from + name.start(), from + name.end(), records);
  }

  /** Ends an input. */
  void end(Input input, RecordReader records) {
    inputs.add(
        new InputFindings(
            input.name(), input.textBytes(), layouts, records.ledger(), records.notes()));
  }

  /** What was found. */
  Findings findings(boolean partial) {
    Map<Long, TemplateStatistics> merged = new HashMap<>();
    statistics.forEach((id, known) ->
        merged.merge(
            miner.resolve(id),
            known,
            (one, other) -> {
              one.add(other);
              return one;
            }));
    List<TemplateFindings> templates = new ArrayList<>();
    for (TemplateCount counted : miner.templates()) {
      TemplateStatistics known = merged.get(counted.template().id());
      templates.add(
          new TemplateFindings(
              counted.template(),
              counted.count(),
              known == null ? new TemplateStatistics() : known));
    }
    List<ThrownStatistics> exceptions = thrown.values();
    exceptions.sort(
        Comparator.comparingLong((ThrownStatistics one) -> -one.records)
            .thenComparing(one -> one.trace.fingerprint(), Long::compareUnsigned));
    return new Findings(
        partial,
        inputs,
        records,
        timedRecords,
        structuredRecords,
        times,
        levels,
        timeline,
        templates,
        miner.ledger(),
        exceptions,
        services,
        hosts,
        fields);
  }
}
