package dev.winnow.server.records;

import dev.winnow.kernel.record.AnyValue;
import dev.winnow.storage.Facet;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The values that a field has in the selected records.
 *
 * @param field the field as it was asked for
 * @param values the most frequent values
 * @param others the records with a value that is not listed
 * @param absent the records without a value
 */
@Schema(name = "Facet")
public record FacetAnswer(String field, List<ValueCount> values, long others, long absent) {
  /** How many records have a value. */
  @Schema(name = "FacetValue")
  public record ValueCount(AnyValue value, long count) {}

  static FacetAnswer of(String field, Facet facet) {
    List<ValueCount> values =
        facet.values().stream()
            .map(value -> new ValueCount(value.value(), value.records()))
            .toList();
    return new FacetAnswer(field, values, facet.others(), facet.absent());
  }
}
