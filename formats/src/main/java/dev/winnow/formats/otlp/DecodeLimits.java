package dev.winnow.formats.otlp;

/**
 * How much one request may hold, so that few bytes do not become many objects.
 *
 * @param records log records; a request with more is refused
 * @param values attributes and elements of lists, in all records together; likewise
 * @param attributes attributes of a record, resource or scope; those behind are left out, and
 *     counted in the record's dropped attributes
 */
public record DecodeLimits(int records, int values, int attributes) {
  /** Far beyond what exporters send, at a cost of at most some hundred megabytes. */
  public static final DecodeLimits DEFAULT = new DecodeLimits(100_000, 3_000_000, 1_024);

  public DecodeLimits {
    if (records < 1 || values < 1 || attributes < 1) {
      throw new IllegalArgumentException(
          "limits must be positive: %d, %d, %d".formatted(records, values, attributes));
    }
  }
}
