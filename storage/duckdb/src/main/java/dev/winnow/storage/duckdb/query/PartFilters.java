package dev.winnow.storage.duckdb.query;

import dev.winnow.storage.duckdb.table.BloomFilter;
import dev.winnow.storage.duckdb.table.TraceFilter;
import dev.winnow.storage.duckdb.table.TrigramFilter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What can be in the slices of a packed part, and in the bodies of its templates. */
final class PartFilters {
  private record Slice(long earliest, long latest, BloomFilter trigrams, BloomFilter traces) {}

  private record Template(long id, BloomFilter trigrams) {}

  private final List<Slice> slices = new ArrayList<>();
  private final List<Template> templates = new ArrayList<>();
  private boolean areMoreTemplates;
  private long bytes;

  /** Adds a row with the columns of the table {@code slices}, which are asked in order of time. */
  void addSlice(ResultSet row) throws SQLException {
    byte[] trigrams = row.getBytes(3);
    byte[] traces = row.getBytes(4);
    bytes += trigrams.length + traces.length;
    slices.add(
        new Slice(
            row.getLong(1), row.getLong(2), TrigramFilter.of(trigrams), TraceFilter.of(traces)));
  }

  /** Adds a row with the columns of the table {@code template_trigrams}. */
  void addTemplate(ResultSet row) throws SQLException {
    long id = row.getLong(1);
    if (row.wasNull()) {
      areMoreTemplates = true;
      return;
    }
    byte[] trigrams = row.getBytes(2);
    bytes += trigrams.length;
    templates.add(new Template(id, TrigramFilter.of(trigrams)));
  }

  /** About how much memory the filters take. */
  long bytes() {
    return bytes;
  }

  /** A condition that all records meet about which some clues tell. */
  String condition(Clues clues) {
    String ofSlices = slices(clues);
    if (ofSlices.equals(Conditions.NEVER) || !clues.areAboutBodies()) {
      return ofSlices;
    }
    String ofTemplates = templates(clues);
    return ofTemplates.equals(Conditions.NEVER)
        ? Conditions.NEVER
        : Conditions.all(List.of(ofTemplates, ofSlices));
  }

  /** Slices that follow on each other make one span. */
  private String slices(Clues clues) {
    List<String> spans = new ArrayList<>();
    int from = -1;
    for (int i = 0; i <= slices.size(); i++) {
      boolean mayHold = i < slices.size() && mayHold(slices.get(i), clues);
      if (mayHold && from < 0) {
        from = i;
      } else if (!mayHold && from >= 0) {
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

  private static boolean mayHold(Slice slice, Clues clues) {
    return (!clues.areAboutBodies() || clues.mayHoldBodies(slice.trigrams))
        && (!clues.areAboutTraces() || clues.mayHoldTraces(slice.traces));
  }

  private String templates(Clues clues) {
    List<String> possible = new ArrayList<>();
    List<String> impossible = new ArrayList<>();
    for (Template template : templates) {
      boolean isPossible = clues.mayHoldBodies(template.trigrams);
      (isPossible ? possible : impossible).add(Long.toString(template.id));
    }
    if (impossible.isEmpty()) {
      return Conditions.ALWAYS;
    }
    return areMoreTemplates
        ? Conditions.not(Conditions.isIn("template_id", impossible))
        : Conditions.isIn("template_id", possible);
  }
}
