package dev.winnow.storage.duckdb.query;

import dev.winnow.storage.Selection;
import dev.winnow.storage.duckdb.part.PartView;
import dev.winnow.storage.duckdb.part.RecordTable;
import dev.winnow.storage.duckdb.table.PackedSchema;
import dev.winnow.storage.duckdb.table.TraceFilter;
import dev.winnow.storage.duckdb.table.TrigramFilter;
import java.sql.ResultSet;
import java.sql.SQLException;
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
  private final Session session;
  private final Map<String, String> conditions = new HashMap<>();

  Narrowing(Selection selection, Session session) {
    this.clues = Clues.of(selection);
    this.session = session;
  }

  /** A condition that all records of the selection meet in a part. */
  String of(PartView part) {
    boolean isPacked = part.tables().stream().anyMatch(RecordTable::isPacked);
    if (!isPacked || !(clues.areAboutBodies() || clues.areAboutTraces())) {
      return Conditions.ALWAYS;
    }
    return conditions.computeIfAbsent(part.alias(), alias -> narrowed(part));
  }

  private String narrowed(PartView part) {
    String ofSlices = slices(part); // There are fewer of them than of templates.
    if (ofSlices.equals(Conditions.NEVER) || !clues.areAboutBodies()) {
      return ofSlices;
    }
    String ofTemplates = templates(part);
    return ofTemplates.equals(Conditions.NEVER)
        ? Conditions.NEVER
        : Conditions.all(List.of(ofTemplates, ofSlices));
  }

  private String templates(PartView part) {
    Templates templates = new Templates();
    session.ask(
        "SELECT template_id, trigrams FROM %s.%s"
            .formatted(part.alias(), PackedSchema.TEMPLATE_TRIGRAMS),
        new Parameters(),
        templates::add);
    return templates.condition();
  }

  private String slices(PartView part) {
    Slices slices = new Slices();
    session.ask(
        "SELECT earliest, latest, %s, %s FROM %s.%s ORDER BY earliest"
            .formatted(
                clues.areAboutBodies() ? "trigrams" : "NULL",
                clues.areAboutTraces() ? "traces" : "NULL",
                part.alias(),
                PackedSchema.SLICES),
        new Parameters(),
        slices::add);
    return slices.condition();
  }

  /** The templates of one part. */
  private final class Templates {
    private final List<String> possible = new ArrayList<>();
    private final List<String> impossible = new ArrayList<>();
    private boolean areMore;

    private void add(ResultSet template) throws SQLException {
      String id = Long.toString(template.getLong(1));
      if (template.wasNull()) {
        areMore = true;
      } else if (clues.mayHoldBodies(TrigramFilter.of(template.getBytes(2)))) {
        possible.add(id);
      } else {
        impossible.add(id);
      }
    }

    private String condition() {
      if (impossible.isEmpty()) {
        return Conditions.ALWAYS;
      }
      return areMore
          ? Conditions.not(Conditions.isIn("template_id", impossible))
          : Conditions.isIn("template_id", possible);
    }
  }

  /** The slices of one part, those that follow on each other as one span. */
  private final class Slices {
    private final List<String> spans = new ArrayList<>();
    private long from;
    private long to;
    private boolean isOpen;
    private boolean isAll = true;

    private void add(ResultSet slice) throws SQLException {
      if (mayHold(slice)) {
        from = isOpen ? from : slice.getLong(1);
        to = slice.getLong(2);
        isOpen = true;
      } else {
        end();
        isAll = false;
      }
    }

    private boolean mayHold(ResultSet slice) throws SQLException {
      return (!clues.areAboutBodies() || clues.mayHoldBodies(TrigramFilter.of(slice.getBytes(3))))
          && (!clues.areAboutTraces() || clues.mayHoldTraces(TraceFilter.of(slice.getBytes(4))));
    }

    private void end() {
      if (isOpen) {
        spans.add("timestamp BETWEEN " + from + " AND " + to);
      }
      isOpen = false;
    }

    private String condition() {
      if (isAll) {
        return Conditions.ALWAYS;
      }
      end();
      return Conditions.any(spans);
    }
  }
}
