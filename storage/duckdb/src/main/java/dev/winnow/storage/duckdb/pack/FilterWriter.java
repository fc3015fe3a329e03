package dev.winnow.storage.duckdb.pack;

import dev.winnow.storage.duckdb.part.Engine;
import dev.winnow.storage.duckdb.table.TraceFilter;
import dev.winnow.storage.duckdb.table.TrigramFilter;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.HashMap;
import java.util.Map;
import org.duckdb.DuckDBConnection;

/** Writes what can be in the slices of a part, and in the bodies of its templates. */
final class FilterWriter {
  /** So many templates have a filter of their own; 16 MB while they are made. */
  private static final int MAX_TEMPLATES = 1_000;

  /** About so much text of bodies is read at once, as the driver holds an answer as a whole. */
  private static final long PORTION_BYTES = 32 << 20;

  private final DuckDBConnection connection;
  private final String records;
  private final Map<Long, TrigramFilter> templates = new HashMap<>();
  private boolean areMore;

  /**
   * A writer into the database in use.
   *
   * @param records the table with the records
   */
  FilterWriter(DuckDBConnection connection, String records) {
    this.connection = connection;
    this.records = records;
  }

  void write(Slice slice) throws SQLException {
    TrigramFilter trigrams = new TrigramFilter();
    long portions = bytes(slice) / PORTION_BYTES + 1;
    for (long portion = 0; portion < portions; portion++) {
      Answers.of(
          connection,
          "SELECT template_id, lower(body) FROM %s WHERE %s AND hash(batch_sequence, ordinal) %% %d = %d"
              .formatted(records, slice.where(), portions, portion),
          row -> {
            String body = row.getString(2);
            trigrams.add(body);
            add(row.getLong(1), body);
          });
    }
    TraceFilter traces = new TraceFilter();
    Answers.of(
        connection,
        "SELECT DISTINCT trace_id_high, trace_id_low FROM %s WHERE %s"
            .formatted(records, slice.where()),
        row -> traces.add(row.getLong(1), row.getLong(2)));
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO slices VALUES (?, ?, ?, ?)")) {
      insert.setLong(1, slice.from());
      insert.setLong(2, slice.to());
      insert.setBytes(3, trigrams.bits());
      insert.setBytes(4, traces.bits());
      insert.execute();
    }
  }

  private long bytes(Slice slice) throws SQLException {
    return Engine.numbers(
        connection,
        "SELECT coalesce(sum(strlen(body)), 0)::BIGINT FROM %s WHERE %s"
            .formatted(records, slice.where()))[0];
  }

  private void add(long templateId, String body) {
    TrigramFilter filter = templates.get(templateId);
    if (filter == null && templates.size() < MAX_TEMPLATES) {
      filter = new TrigramFilter();
      templates.put(templateId, filter);
    }
    if (filter == null) {
      areMore = true;
    } else {
      filter.add(body);
    }
  }

  /** Writes the filters of the templates of all slices, when these are written. */
  void writeTemplates() throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO template_trigrams VALUES (?, ?)")) {
      for (Map.Entry<Long, TrigramFilter> template : templates.entrySet()) {
        insert.setLong(1, template.getKey());
        insert.setBytes(2, template.getValue().bits());
        insert.execute();
      }
      if (areMore) {
        insert.setNull(1, Types.BIGINT);
        insert.setNull(2, Types.BLOB);
        insert.execute();
      }
    }
  }
}
