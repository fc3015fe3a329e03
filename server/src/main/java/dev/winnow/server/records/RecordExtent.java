package dev.winnow.server.records;

import dev.winnow.kernel.predicate.Field;
import dev.winnow.kernel.predicate.InvalidPredicateException;
import dev.winnow.server.request.Parameter;
import dev.winnow.storage.StoredRecord;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How much of each record an answer gives.
 *
 * @param isBrief whether it is what a list shows, and not all
 * @param columns the fields that are not left out of it however many there are
 */
public record RecordExtent(boolean isBrief, Set<String> columns) {
  /** All of it. */
  public static final RecordExtent WHOLE = new RecordExtent(false, Set.of());

  /** The columns that one question may name. */
  static final int MAX_COLUMNS = 20;

  public RecordExtent {
    columns = Set.copyOf(columns);
  }

  /**
   * The extent that a question wishes.
   *
   * @throws dev.winnow.kernel.WinnowException {@code invalid_parameter} if there is none such
   */
  public static RecordExtent of(Parameter brief, List<String> columns) {
    boolean isBrief = brief.flag();
    if (!isBrief && !columns.isEmpty()) {
      throw new Parameter("column", columns.getFirst()).refused("it beside brief=true alone");
    }
    if (columns.size() > MAX_COLUMNS) {
      throw new Parameter("column", columns.size() + " times")
          .refused("at most " + MAX_COLUMNS + " times");
    }
    return new RecordExtent(
        isBrief, columns.stream().map(RecordExtent::fieldName).collect(Collectors.toSet()));
  }

  private static String fieldName(String column) {
    try {
      return Field.of(column.equals("level") ? "severity_number" : column).name();
    } catch (InvalidPredicateException unknown) {
      throw new Parameter("column", column).refused("a field such as attributes.<key>");
    }
  }

  /** A record to this extent. */
  public RecordAnswer of(StoredRecord stored) {
    RecordAnswer whole = RecordAnswer.of(stored);
    return isBrief ? new Shortening(columns).of(whole) : whole;
  }
}
