package dev.winnow.server.records;

import dev.winnow.kernel.predicate.Field;
import dev.winnow.kernel.predicate.InvalidPredicateException;
import dev.winnow.kernel.record.AnyValue;
import dev.winnow.kernel.record.SeverityNumber;
import dev.winnow.server.request.Parameter;
import dev.winnow.storage.Count;
import dev.winnow.storage.CountQuery;
import dev.winnow.storage.CountQuery.Dimension;
import dev.winnow.storage.FacetQuery;
import dev.winnow.storage.LogReader;
import dev.winnow.storage.Selection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Counts the values of fields. */
public final class Facets {
  /** The number of fields that one question may name. */
  public static final int MAX_FIELDS = 20;

  public static final int DEFAULT_LIMIT = 20;

  /** What is asked about where no field is named. */
  private static final List<String> DEFAULT_FIELDS = List.of("level", "service");

  private final LogReader reader;

  public Facets(LogReader reader) {
    this.reader = reader;
  }

  /** The values of fields, at most so many of each; {@code level} stands for a range of numbers. */
  public FacetsAnswer facets(Selection selection, List<String> fields, int limit) {
    List<String> asked = fields.isEmpty() ? DEFAULT_FIELDS : fields;
    if (asked.size() > MAX_FIELDS) {
      throw new Parameter("field", asked.size() + " times")
          .refused("at most " + MAX_FIELDS + " times");
    }
    // All are read before the first is asked about, so that a wrong one costs nothing.
    asked.forEach(Facets::field);
    return new FacetsAnswer(asked.stream().map(name -> facet(selection, name, limit)).toList());
  }

  private FacetAnswer facet(Selection selection, String name, int limit) {
    return name.equals("level")
        ? levels(selection, limit)
        : FacetAnswer.of(name, reader.facet(new FacetQuery(selection, field(name), limit)));
  }

  private static Field field(String name) {
    try {
      return Field.of(name.equals("level") ? "severity_number" : name);
    } catch (InvalidPredicateException unknown) {
      throw new Parameter("field", name)
          .refused("level, service, or a field such as template_id, attributes.<key>");
    }
  }

  private FacetAnswer levels(Selection selection, int limit) {
    Map<SeverityNumber, Long> records = new EnumMap<>(SeverityNumber.class);
    for (Count count : reader.counts(CountQuery.by(selection, Dimension.SEVERITY))) {
      records.merge(count.severityNumber().range(), count.records(), Long::sum);
    }
    Long absent = records.remove(SeverityNumber.UNSPECIFIED);
    List<FacetAnswer.ValueCount> values = new ArrayList<>();
    records.forEach(
        (level, count) -> values.add(new FacetAnswer.ValueCount(AnyValue.of(level.name()), count)));
    values.sort(Comparator.comparingLong(FacetAnswer.ValueCount::count).reversed());
    List<FacetAnswer.ValueCount> shown = values.subList(0, Math.min(limit, values.size()));
    long others = values.stream().skip(limit).mapToLong(FacetAnswer.ValueCount::count).sum();
    return new FacetAnswer("level", shown, others, Objects.requireNonNullElse(absent, 0L));
  }
}
