package dev.winnow.cli.analysis;

import dev.winnow.core.miner.TemplateCount;
import dev.winnow.core.miner.TemplateMiner;
import dev.winnow.formats.input.Input;
import dev.winnow.formats.join.RecordReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what is in logs while they are written, record by record, and tells what is new. Not
 * thread-safe; records of several inputs may come in any order.
 */
public final class LiveAnalysis {
  /** An input, its records, and the number of its lines up to the last record. */
  private static final class Live {
    final Input input;
    final RecordReader records;
    long lines;

    Live(Input input, RecordReader records) {
      this.input = input;
      this.records = records;
    }
  }

  private final Scope scope;
  private final LongSupplier clock;
  private final Tally tally;
  private final List<Live> inputs = new ArrayList<>();

  /**
   * An analysis of nothing yet.
   *
   * @param clock gives the time in nanoseconds since 1970
   */
  public LiveAnalysis(Scope scope, LongSupplier clock) {
    this.scope = scope;
    this.clock = clock;
    this.tally = new Tally(scope);
  }

  /** Begins an input, and returns its number. */
  public int begin(Input input, RecordReader records) {
    tally.begin(inputs.size(), 0);
    inputs.add(new Live(input, records));
    return inputs.size() - 1;
  }

  /** Takes in the present record of an input. Returns what is new about it, or null. */
  public @Nullable News add(int input) {
    Live live = inputs.get(input);
    RecordReader record = live.records;
    tally.turnTo(input);
    long id = tally.add(record);
    live.lines = record.line() + record.recordLines() - 1;
    TemplateStatistics known = id == TemplateMiner.UNLEARNED ? null : tally.templates.get(id);
    if (known == null) {
      return null;
    }
    // A template that was made of others has all their records, so it is not taken for a new one.
    if (tally.miner.count(id) == 1) {
      return news(News.Kind.NEW_TEMPLATE, id, known.first(), record);
    }
    boolean isFirstError = record.severity().number().isError() && known.errors() == 1;
    return isFirstError && !Objects.equals(known.first(), known.firstError())
        ? news(News.Kind.NEW_ERROR, id, known.firstError(), record)
        : null;
  }

  private @Nullable News news(
      News.Kind kind, long id, @Nullable Sighting sighting, RecordReader record) {
    return sighting == null
        ? null
        : new News(
            kind,
            record.severity().number(),
            Objects.requireNonNull(tally.miner.template(id)),
            new Exemplar(
                sighting.text(),
                inputs.get(sighting.place().input()).input.name(),
                sighting.place().line()),
            record.reading().hasTime() ? record.reading().epochNanos() : 0,
            clock.getAsLong());
  }

  /** Whether there was a record of ERROR or worse. */
  public boolean hasErrors() {
    return tally.levels.errors() > 0;
  }

  /** Whether there was a record with a secret. */
  public boolean hasSecrets() {
    return tally.secretRecords > 0;
  }

  /** What is known now, with so many templates; it does not change any more. */
  public Overview overview(int top) {
    LevelCounts levels = new LevelCounts();
    levels.add(tally.levels);
    Times times = new Times();
    times.add(tally.times);
    TimeGrid grid = TimeGrid.covering(List.of(tally.grid));
    TimeGrid.Fold fold = tally.grid.to(grid);
    return new Overview(
        inputs.stream().mapToLong(live -> live.lines).sum(),
        tally.records,
        tally.leftOut,
        levels,
        times,
        new TimeFindings(grid, fold.apply(tally.volume), fold.apply(tally.errorVolume)),
        tally.miner.size(),
        tally.miner.mostFrequent(top).stream().map(counted -> row(counted, fold)).toList());
  }

  private Overview.Row row(TemplateCount counted, TimeGrid.Fold fold) {
    TemplateStatistics known = tally.templates.get(counted.template().id());
    TemplateStatistics statistics = known == null ? new TemplateStatistics() : known;
    int[] trend = statistics.trend(tally.grid);
    return new Overview.Row(
        counted.template(),
        counted.count(),
        statistics.usualSeverity(),
        trend.length == 0 ? trend : fold.apply(trend));
  }

  /** What was found; nothing can be added any more. */
  public Findings findings(boolean partial) {
    List<Analysis.Source> sources = new ArrayList<>();
    for (int i = 0; i < inputs.size(); i++) {
      Live live = inputs.get(i);
      tally.turnTo(i);
      tally.end(live.records);
      sources.add(new Analysis.Source(live.input.name(), live.input.textBytes()));
    }
    return new Joining(List.of(tally), sources, scope).findings(partial);
  }
}
