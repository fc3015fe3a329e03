package dev.winnow.storage.duckdb.query;

import dev.winnow.storage.Selection;
import dev.winnow.storage.duckdb.part.PartView;
import dev.winnow.storage.duckdb.table.PackedSchema;
import dev.winnow.storage.duckdb.table.TraceFilter;
import dev.winnow.storage.duckdb.table.TrigramFilter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The slices of packed parts, and their templates, in which there can be records of a selection, as
 * a condition that lets the database leave out all others.
 */
final class Narrowing {
  private final Clues clues;
  private final FilterCache filters;
  private final Session session;
  private final Map<String, String> conditions = new HashMap<>();

  Narrowing(Selection selection, FilterCache filters, Session session) {
    this.clues = Clues.of(selection);
    this.filters = filters;
    this.session = session;
  }

  /** Whether there are few records of the selection: those of some traces. */
  boolean leavesFew() {
    return clues.areAboutTraces();
  }

  /** A condition that all records of the selection meet in a part. */
  String of(PartView part) {
    return part.isPacked()
        ? conditions.computeIfAbsent(part.alias(), this::condition)
        : Conditions.ALWAYS;
  }

  private String condition(String alias) {
    List<String> each = new ArrayList<>();
    if (clues.areAboutTraces()) {
      PartFilters traces = filters.of(alias + ".traces", () -> traces(alias));
      each.add(traces.condition(clues::mayHoldTraces));
    }
    if (clues.areAboutBodies()) {
      PartFilters bodies = filters.of(alias + ".trigrams", () -> bodies(alias));
      each.add(bodies.condition(clues::mayHoldBodies));
    }
    return each.contains(Conditions.NEVER) ? Conditions.NEVER : Conditions.all(each);
  }

  private PartFilters traces(String alias) {
    PartFilters traces = new PartFilters(TraceFilter::of);
    session.ask(slices(alias, "traces"), new Parameters(), traces::addSlice);
    return traces;
  }

  private PartFilters bodies(String alias) {
    PartFilters bodies = new PartFilters(TrigramFilter::of);
    session.ask(slices(alias, "trigrams"), new Parameters(), bodies::addSlice);
    session.ask(
        "SELECT template_id, trigrams FROM %s.%s".formatted(alias, PackedSchema.TEMPLATE_TRIGRAMS),
        new Parameters(),
        bodies::addTemplate);
    return bodies;
  }

  private static String slices(String alias, String filter) {
    return "SELECT earliest, latest, %s FROM %s.%s ORDER BY earliest"
        .formatted(filter, alias, PackedSchema.SLICES);
  }
}
