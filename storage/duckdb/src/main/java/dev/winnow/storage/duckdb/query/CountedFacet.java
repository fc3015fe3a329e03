package dev.winnow.storage.duckdb.query;

import dev.winnow.kernel.predicate.Field;
import dev.winnow.kernel.record.AnyValue;
import dev.winnow.kernel.record.SeverityNumber;
import dev.winnow.storage.Count;
import dev.winnow.storage.CountQuery;
import dev.winnow.storage.CountQuery.Dimension;
import dev.winnow.storage.Facet;
import dev.winnow.storage.Selection;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A field whose values are told apart by counts. */
enum CountedFacet {
  SERVICE(Dimension.SERVICE),
  SEVERITY(Dimension.SEVERITY),
  TEMPLATE(Dimension.TEMPLATE);

  private final Dimension dimension;

  CountedFacet(Dimension dimension) {
    this.dimension = dimension;
  }

  /** What counts tell of a field; null if nothing. */
  static @Nullable CountedFacet of(Field field) {
    return switch (field.name()) {
      case "resource.service.name" -> SERVICE;
      case "severity_number" -> SEVERITY;
      case "template_id" -> TEMPLATE;
      default -> null;
    };
  }

  CountQuery question(Selection selection) {
    return CountQuery.by(selection, dimension);
  }

  /** The values that the answer to the question has. */
  Facet of(List<Count> counts, int limit) {
    List<Facet.Value> values = new ArrayList<>();
    long absent = 0;
    for (Count count : counts) {
      AnyValue value = value(count);
      if (value.equals(AnyValue.empty())) {
        absent += count.records();
      } else {
        values.add(new Facet.Value(value, count.records()));
      }
    }
    values.sort(Facet.Value.MOST_FREQUENT_FIRST);
    List<Facet.Value> listed = values.subList(0, Math.min(limit, values.size()));
    List<Facet.Value> others = values.subList(listed.size(), values.size());
    return new Facet(listed, others.stream().mapToLong(Facet.Value::records).sum(), absent);
  }

  private AnyValue value(Count count) {
    return switch (this) {
      case SERVICE ->
          count.serviceName().isEmpty() ? AnyValue.empty() : AnyValue.of(count.serviceName());
      case SEVERITY ->
          count.severityNumber() == SeverityNumber.UNSPECIFIED
              ? AnyValue.empty()
              : AnyValue.of(count.severityNumber().number());
      case TEMPLATE -> AnyValue.of(HexFormat.of().toHexDigits(count.templateId()));
    };
  }
}
