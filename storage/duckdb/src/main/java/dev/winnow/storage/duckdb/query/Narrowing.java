package dev.winnow.storage.duckdb.query;

import dev.winnow.storage.Selection;
import dev.winnow.storage.duckdb.part.PartView;
import dev.winnow.storage.duckdb.table.PackedSchema;
import java.util.HashMap;
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
  boolean isToFew() {
    return clues.areAboutTraces();
  }

  /** A condition that all records of the selection meet in a part. */
  String of(PartView part) {
    if (!part.isPacked() || !(clues.areAboutBodies() || clues.areAboutTraces())) {
      return Conditions.ALWAYS;
    }
    return conditions.computeIfAbsent(
        part.alias(), alias -> filters.of(alias, () -> read(alias)).condition(clues));
  }

  private PartFilters read(String alias) {
    PartFilters read = new PartFilters();
    session.ask(
        "SELECT earliest, latest, trigrams, traces FROM %s.%s ORDER BY earliest"
            .formatted(alias, PackedSchema.SLICES),
        new Parameters(),
        read::addSlice);
    session.ask(
        "SELECT template_id, trigrams FROM %s.%s".formatted(alias, PackedSchema.TEMPLATE_TRIGRAMS),
        new Parameters(),
        read::addTemplate);
    return read;
  }
}
