package dev.winnow.cli.analysis;

import dev.winnow.core.miner.MinerSettings;
import dev.winnow.core.miner.TemplateMiner;
import dev.winnow.core.sketch.DistinctCount;
import dev.winnow.core.sketch.HeavyHitters;
import dev.winnow.formats.join.RecordReader;
import dev.winnow.formats.layout.Field;
import dev.winnow.formats.layout.LineReading;
import dev.winnow.formats.layout.Span;
import dev.winnow.kernel.form.FormScanner;
import dev.winnow.kernel.redaction.Redactor;
import dev.winnow.kernel.redaction.SecretKind;
import dev.winnow.kernel.severity.Severity;
import dev.winnow.kernel.stacktrace.StackTrace;
import dev.winnow.kernel.stacktrace.StackTraceScanner;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What one thread has counted. */
final class Tally {
  /** Room for logs of many programs; bounded all the same. */
  static final MinerSettings MINER = new MinerSettings(1 << 18, 50_000, 64L << 20);

  /** Templates beyond have a count but neither trend nor level. */
  private static final int MAX_STATISTICS = 1 << 16;

  private static final int MAX_FINGERPRINTS = 4096;
  private static final int MAX_TALKERS = 1024;

  private final Scope scope;
  private final FormScanner forms = new FormScanner();
  private final StackTraceScanner traces = new StackTraceScanner();
  private final Redactor redactor = new Redactor();
  private final List<@Nullable InputTally> inputs = new ArrayList<>();
  private InputTally inputTally = new InputTally();
  private int input;

  final TemplateMiner miner = new TemplateMiner(MINER);
  final TimeGrid grid = new TimeGrid();
  final LongTable<TemplateStatistics> templates = new LongTable<>(MAX_STATISTICS);
  final LongTable<ThrownStatistics> thrown = new LongTable<>(MAX_FINGERPRINTS);
  final LevelCounts levels = new LevelCounts();
  final Times times = new Times();
  final NameCounts services = new NameCounts();
  final NameCounts hosts = new NameCounts();
  final NameCounts fields = new NameCounts();
  final HeavyHitters clients = new HeavyHitters(MAX_TALKERS);
  final HeavyHitters users = new HeavyHitters(MAX_TALKERS);
  final DistinctCount distinctTraces = new DistinctCount();
  private final long[] secrets = new long[SecretKind.values().length];
  int[] volume = new int[TimeGrid.SPANS];
  int[] errorVolume = new int[TimeGrid.SPANS];
  long records;
  long leftOut;
  long structuredRecords;
  long timedRecords;
  long tracedRecords;
  long secretRecords;
  long unlistedTraces;

  Tally(Scope scope) {
    this.scope = scope;
  }

  /** Begins a block of an input. */
  void begin(int newInput, int block) {
    while (inputs.size() <= newInput) {
      inputs.add(null);
    }
    if (inputs.get(newInput) == null) {
      inputs.set(newInput, new InputTally());
    }
    turnTo(newInput);
    inputTally.begin(block);
  }

  /** Goes on with the block of an input that has begun, for one who reads several at once. */
  void turnTo(int begun) {
    input = begun;
    inputTally = Objects.requireNonNull(inputs.get(begun));
  }

  /** Ends the block. */
  void end(RecordReader reader) {
    inputTally.end(reader);
  }

  @Nullable InputTally input(int index) {
    return index < inputs.size() ? inputs.get(index) : null;
  }

  /**
   * Takes in a record.
   *
   * @return the id of its template, or {@link TemplateMiner#UNLEARNED}, also if it is left out
   */
  long add(RecordReader record) {
    LineReading reading = record.reading();
    inputTally.layouts.add(reading.layout(), reading.envelope(), record.recordLines());
    if (scope.isLimited() && !scope.includes(record)) {
      leftOut++;
      return TemplateMiner.UNLEARNED;
    }
    records++;
    Severity severity = record.severity();
    boolean isError = severity.number().isError();
    levels.add(severity);
    long time = time(record, isError);
    long id = miner.add(forms, forms.scan(record.bytes(), record.bodyFrom(), record.bodyTo()));
    countSecrets();
    int service = countNames(record);
    TemplateStatistics template = template(id);
    if (template != null) {
      template.count(severity.number(), record.to() - record.from());
      template.noteService(service);
      if (time != 0) {
        template.countTime(time, grid, isError);
      }
      DurationReader.read(record, forms, template);
      if (template.wants(isError)) {
        template.see(sighting(record), isError);
      }
    }
    if (record.recordLines() > 1 || isError) {
      countTrace(record, time);
    }
    return id;
  }

  private @Nullable TemplateStatistics template(long id) {
    TemplateStatistics known = templates.get(id);
    if (known == null && !templates.isFull()) {
      known = new TemplateStatistics();
      templates.put(id, known);
    }
    return known;
  }

  /** The time of a record, which is counted; 0 if it has none that can be meant. */
  private long time(RecordReader record, boolean isError) {
    LineReading reading = record.reading();
    if (!reading.hasTime() || !TimeGrid.covers(reading.epochNanos())) {
      return 0;
    }
    long time = reading.epochNanos();
    timedRecords++;
    times.add(time);
    if (!grid.includes(time)) {
      redivide(time);
    }
    grid.note(time);
    int span = grid.span(time);
    volume[span]++;
    errorVolume[span] += isError ? 1 : 0;
    inputTally.noteTime(time, record.line());
    return time;
  }

  private void redivide(long time) {
    fold(grid.include(time));
  }

  /** Counts by other spans of time. */
  void fold(TimeGrid.Fold fold) {
    volume = fold.apply(volume);
    errorVolume = fold.apply(errorVolume);
    templates.forEach((id, template) -> template.fold(fold));
  }

  private void countSecrets() {
    int count = forms.secrets();
    for (int i = 0; i < count; i++) {
      secrets[index(forms.secretKind(i))]++;
    }
    secretRecords += count > 0 ? 1 : 0;
  }

  /** How many secrets of a kind there were. */
  long secrets(SecretKind kind) {
    return secrets[index(kind)];
  }

  @SuppressWarnings("EnumOrdinal") // an array that has a place for each kind
  private static int index(SecretKind kind) {
    return kind.ordinal();
  }

  private void countTrace(RecordReader record, long time) {
    // The scan for the form has come upon most traces.
    StackTraceScanner found = forms.stackTrace();
    if (found == null) {
      if (!traces.scan(record.bytes(), record.bodyFrom(), record.bodyTo())) {
        return;
      }
      found = traces;
    }
    long fingerprint = found.fingerprint();
    ThrownStatistics known = thrown.get(fingerprint);
    if (known == null) {
      if (thrown.isFull()) {
        unlistedTraces++;
        return;
      }
      known = new ThrownStatistics(redacted(found, record), sighting(record));
      thrown.put(fingerprint, known);
    }
    known.records++;
    if (time != 0) {
      known.times.add(time);
    }
  }

  /** The trace without the secrets that its messages may hold. */
  private StackTrace redacted(StackTraceScanner found, RecordReader record) {
    if (forms.secrets() > 0) {
      redactor.redact(record.bytes(), record.bodyFrom(), record.bodyTo());
      traces.scan(redactor.bytes(), 0, redactor.length());
      return traces.toStackTrace();
    }
    return found.toStackTrace();
  }

  private Sighting sighting(RecordReader record) {
    // Before it is cut, as nobody knows the first half of a secret for one.
    redactor.redact(record.bytes(), record.bodyFrom(), record.bodyTo());
    int length = Math.min(redactor.length(), Sighting.MAX_BYTES);
    String text = new String(redactor.bytes(), 0, length, StandardCharsets.UTF_8);
    return new Sighting(text, new Place(input, inputTally.block(), record.line()));
  }

  /** Counts the names in a record, and returns the number of its service. */
  private int countNames(RecordReader record) {
    LineReading reading = record.reading();
    byte[] in = record.bytes();
    int from = record.from();
    boolean isStructured = false;
    for (int i = 0; i < reading.values(); i++) {
      if (reading.name(i) == null) {
        isStructured = true;
        Span name = reading.nameSpan(i);
        fields.add(in, from + name.start(), from + name.end(), records);
      }
    }
    structuredRecords += isStructured ? 1 : 0;
    count(clients, Field.CLIENT, record);
    count(users, Field.USER, record);
    Span trace = reading.span(Field.TRACE_ID);
    if (!trace.isEmpty()) {
      tracedRecords++;
      distinctTraces.add(in, from + trace.start(), from + trace.end());
    }
    count(hosts, Field.HOST, record);
    return count(services, Field.SERVICE, record);
  }

  private static void count(HeavyHitters talkers, Field field, RecordReader record) {
    Span span = record.reading().span(field);
    if (!span.isEmpty()) {
      int from = record.from();
      talkers.add(record.bytes(), from + span.start(), from + span.end());
    }
  }

  private int count(NameCounts names, Field field, RecordReader record) {
    Span name = record.reading().span(field);
    if (name.isEmpty()) {
      return NameCounts.UNCOUNTED;
    }
    int from = record.from();
    return names.add(record.bytes(), from + name.start(), from + name.end(), records);
  }
}
