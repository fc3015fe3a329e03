package dev.winnow.storage;

import dev.winnow.kernel.record.AnyValue;
import java.util.Comparator;
import java.util.List;

/**
 * The values of a field, the most frequent first; of the same frequency, by their text.
 *
 * @param others the records with a value that is not listed
 * @param absent the records without a value
 */
public record Facet(List<Value> values, long others, long absent) {
  /** How many records have a value. */
  public record Value(AnyValue value, long records) {
    /** The order of a facet. */
    public static final Comparator<Value> MOST_FREQUENT_FIRST =
        Comparator.comparingLong(Value::records)
            .reversed()
            .thenComparing(value -> value.value().text());
  }

  public Facet {
    values = List.copyOf(values);
  }
}
