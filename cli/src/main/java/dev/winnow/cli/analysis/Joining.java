package dev.winnow.cli.analysis;

import dev.winnow.core.miner.TemplateCount;
import dev.winnow.core.miner.TemplateMiner;
import dev.winnow.core.sketch.DistinctCount;
import dev.winnow.core.sketch.HeavyHitters;
import dev.winnow.kernel.redaction.SecretKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Makes one of what several threads have counted. */
final class Joining {
  private final List<Tally> tallies;
  private final List<Analysis.Source> sources;
  private final Scope scope;
  private final TimeGrid grid;
  private final TemplateMiner miner;
  private final List<InputTally> inputs = new ArrayList<>();
  private final List<long[]> linesBefore = new ArrayList<>();
  private final NameCounts services = new NameCounts();
  private final Map<Long, TemplateStatistics> templates = new HashMap<>();
  private final Map<Long, ThrownStatistics> thrown = new HashMap<>();

  Joining(List<Tally> tallies, List<Analysis.Source> sources, Scope scope) {
    this.tallies = tallies;
    this.sources = sources;
    this.scope = scope;
    grid = TimeGrid.covering(tallies.stream().map(tally -> tally.grid).toList());
    miner = join(tallies.stream().map(tally -> tally.miner).toList());
    joinInputs();
    tallies.forEach(this::joinTemplates);
    tallies.forEach(tally -> tally.thrown.forEach(this::joinThrown));
  }

  private static TemplateMiner join(List<TemplateMiner> miners) {
    List<TemplateMiner> used =
        miners.stream().filter(miner -> miner.ledger().records() > 0).toList();
    return used.size() == 1 ? used.get(0) : TemplateMiner.join(Tally.MINER, used);
  }

  private void joinInputs() {
    for (int i = 0; i < sources.size(); i++) {
      InputTally all = new InputTally();
      for (Tally tally : tallies) {
        InputTally part = tally.input(i);
        if (part != null) {
          all.add(part);
        }
      }
      inputs.add(all);
      linesBefore.add(all.linesBefore());
    }
  }

  private void joinTemplates(Tally tally) {
    int[] numbers = services.add(tally.services);
    tally.fold(tally.grid.to(grid));
    tally.templates.forEach((id, statistics) -> {
      statistics.renumber(numbers);
      templates.merge(
          miner.resolve(id),
          statistics,
          (one, other) -> {
            one.add(other, grid);
            return one;
          });
    });
  }

  private void joinThrown(long fingerprint, ThrownStatistics part) {
    thrown.merge(
        fingerprint,
        part,
        (one, other) -> {
          one.add(other);
          return one;
        });
  }

  Findings findings(boolean partial) {
    TimeFindings volume =
        new TimeFindings(grid, volume(tally -> tally.volume), volume(tally -> tally.errorVolume));
    List<TemplateFindings> found = templateFindings();
    return new Findings(
        partial,
        scope,
        inputFindings(),
        sum(tally -> tally.records),
        sum(tally -> tally.leftOut),
        sum(tally -> tally.timedRecords),
        sum(tally -> tally.structuredRecords),
        sum(tally -> tally.tracedRecords),
        traces(),
        times(),
        levels(),
        volume,
        found,
        Changes.of(volume, found),
        miner,
        miner.ledger(),
        exceptions(),
        sum(tally -> tally.unlistedTraces),
        services,
        names(tally -> tally.hosts),
        names(tally -> tally.fields),
        talkers(tally -> tally.clients),
        talkers(tally -> tally.users),
        secrets(),
        sum(tally -> tally.secretRecords));
  }

  private long sum(ToLongFunction<Tally> count) {
    return tallies.stream().mapToLong(count).sum();
  }

  private List<InputFindings> inputFindings() {
    List<InputFindings> findings = new ArrayList<>();
    for (int i = 0; i < sources.size(); i++) {
      InputTally tally = inputs.get(i);
      findings.add(
          new InputFindings(
              sources.get(i).name(),
              sources.get(i).bytes(),
              tally.layouts,
              tally.ledger(),
              tally.notes(),
              tally.disorder()));
    }
    return findings;
  }

  private List<TemplateFindings> templateFindings() {
    List<TemplateFindings> findings = new ArrayList<>();
    for (TemplateCount counted : miner.templates()) {
      TemplateStatistics known =
          Objects.requireNonNullElseGet(
              templates.get(counted.template().id()), TemplateStatistics::new);
      findings.add(
          new TemplateFindings(
              counted.template(),
              counted.count(),
              known,
              exemplar(known.first()),
              exemplar(known.firstError())));
    }
    return findings;
  }

  private @Nullable Exemplar exemplar(@Nullable Sighting sighting) {
    if (sighting == null) {
      return null;
    }
    Place place = sighting.place();
    long line = linesBefore.get(place.input())[place.block()] + place.line();
    return new Exemplar(sighting.text(), sources.get(place.input()).name(), line);
  }

  private List<ThrownFindings> exceptions() {
    return thrown.values().stream()
        .sorted(
            Comparator.comparingLong((ThrownStatistics one) -> -one.records)
                .thenComparing(one -> one.trace.fingerprint(), Long::compareUnsigned))
        .map(one ->
            new ThrownFindings(
                one.trace, one.records, one.times, Objects.requireNonNull(exemplar(one.first))))
        .toList();
  }

  private Times times() {
    Times all = new Times();
    tallies.forEach(tally -> all.add(tally.times));
    return all;
  }

  private LevelCounts levels() {
    LevelCounts all = new LevelCounts();
    tallies.forEach(tally -> all.add(tally.levels));
    return all;
  }

  private int[] volume(Function<Tally, int[]> volume) {
    int[] sum = new int[TimeGrid.SPANS];
    for (Tally tally : tallies) {
      int[] part = volume.apply(tally);
      for (int i = 0; i < sum.length; i++) {
        sum[i] += part[i];
      }
    }
    return sum;
  }

  private NameCounts names(Function<Tally, NameCounts> names) {
    NameCounts all = new NameCounts();
    tallies.forEach(tally -> all.add(names.apply(tally)));
    return all;
  }

  private HeavyHitters talkers(Function<Tally, HeavyHitters> talkers) {
    HeavyHitters all = talkers.apply(tallies.get(0));
    tallies.stream().skip(1).forEach(tally -> all.merge(talkers.apply(tally)));
    return all;
  }

  private DistinctCount traces() {
    DistinctCount all = tallies.get(0).distinctTraces;
    tallies.stream().skip(1).forEach(tally -> all.merge(tally.distinctTraces));
    return all;
  }

  private Map<SecretKind, Long> secrets() {
    Map<SecretKind, Long> counts = new EnumMap<>(SecretKind.class);
    for (SecretKind kind : SecretKind.values()) {
      long count = sum(tally -> tally.secrets(kind));
      if (count > 0) {
        counts.put(kind, count);
      }
    }
    return counts;
  }
}
