package dev.winnow.storage.duckdb.query;

import dev.winnow.storage.duckdb.table.BloomFilter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** What can be in the slices of a packed part, and in its templates: of their bodies or traces. */
final class PartFilters {
  private record Slice(long earliest, long latest, BloomFilter filter) {}

  private record Template(long id, BloomFilter filter) {}

  private final Function<byte[], BloomFilter> reader;
  private final List<Slice> slices = new ArrayList<>();
  private final List<Template> templates = new ArrayList<>();
  private boolean areMoreTemplates;
  private long bytes;

  PartFilters(Function<byte[], BloomFilter> reader) {
    this.reader = reader;
  }

  /** Adds a row with the earliest time, the latest, and a filter; they are asked in that order. */
  void addSlice(ResultSet row) throws SQLException {
    slices.add(new Slice(row.getLong(1), row.getLong(2), filter(row, 3)));
  }

  /** Adds a row with an id and a filter; one without an id stands for all that are not added. */
  void addTemplate(ResultSet row) throws SQLException {
    long id = row.getLong(1);
    if (row.wasNull()) {
      areMoreTemplates = true;
    } else {
      templates.add(new Template(id, filter(row, 2)));
    }
  }

  private BloomFilter filter(ResultSet row, int column) throws SQLException {
    byte[] bits = row.getBytes(column);
    bytes += bits.length;
    return reader.apply(bits);
  }

  /** About how much memory the filters take. */
  long bytes() {
    return bytes;
  }

  /** A condition that all records meet of which a filter may tell what is asked for. */
  String condition(Predicate<BloomFilter> mayHold) {
    String ofSlices = slices(mayHold);
    return ofSlices.equals(Conditions.NEVER)
        ? Conditions.NEVER
        : Conditions.all(List.of(templates(mayHold), ofSlices));
  }

  /** Slices that follow on each other make one span. */
  private String slices(Predicate<BloomFilter> mayHold) {
    List<String> spans = new ArrayList<>();
    int from = -1;
    for (int i = 0; i <= slices.size(); i++) {
      boolean isPossible = i < slices.size() && mayHold.test(slices.get(i).filter);
      if (isPossible && from < 0) {
        from = i;
      } else if (!isPossible && from >= 0) {
        spans.add(isWithin(slices.get(from).earliest, slices.get(i - 1).latest));
        from = -1;
      }
    }
    return Conditions.any(spans);
  }

  private static String isWithin(long earliest, long latest) {
    return earliest == Long.MIN_VALUE && latest == Long.MAX_VALUE
        ? Conditions.ALWAYS
        : "timestamp BETWEEN " + earliest + " AND " + latest;
  }

  private String templates(Predicate<BloomFilter> mayHold) {
    List<String> possible = new ArrayList<>();
    List<String> impossible = new ArrayList<>();
    for (Template template : templates) {
      (mayHold.test(template.filter) ? possible : impossible).add(Long.toString(template.id));
    }
    if (impossible.isEmpty()) {
      return Conditions.ALWAYS;
    }
    return areMoreTemplates
        ? Conditions.not(Conditions.isIn("template_id", impossible))
        : Conditions.isIn("template_id", possible);
  }
}
