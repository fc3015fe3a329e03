package dev.winnow.storage.duckdb.query;

import dev.winnow.storage.Selection;
import dev.winnow.storage.duckdb.part.PartView;
import dev.winnow.storage.duckdb.part.RecordTable;
import dev.winnow.storage.duckdb.table.PackedSchema;
import dev.winnow.storage.duckdb.table.SliceFilters;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The slices of packed parts in which there can be records of a selection, as a condition that lets
 * the database leave out all others.
 */
final class Narrowing {
  private final Clues clues;
  private final Session session;

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
      return (!clues.areAboutBodies()
              || clues.mayHoldBodies(SliceFilters.trigrams(slice.getBytes(3))))
          && (!clues.areAboutTraces()
              || clues.mayHoldTraces(SliceFilters.traces(slice.getBytes(4))));
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
