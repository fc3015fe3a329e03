package dev.winnow.storage.duckdb.query;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.kernel.record.SeverityNumber;
import dev.winnow.storage.Count;
import dev.winnow.storage.CountQuery;
import dev.winnow.storage.CountQuery.Dimension;
import dev.winnow.storage.TimeSpan;
import dev.winnow.storage.duckdb.part.PartView;
import dev.winnow.storage.duckdb.part.RecordTable;
import dev.winnow.storage.duckdb.table.PartSchema;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The sums of one answer, over all parts and tables in one statement. */
final class CountScan {
  /*
   * A statement takes some milliseconds before it reads anything, so there is only one for counts of
   * minutes and single records. Both are brought to the same columns: what records are told apart
   * by, how many they are, their bytes, and their minute.
   */

  /** What records have in common; see {@link Count}. */
  private record Group(
      long time, String serviceName, SeverityNumber severityNumber, long templateId) {}

  private static final class Sum {
    private long records;
    private long bytes;
    private long firstMinute = Long.MAX_VALUE;
    private long lastMinute;

    private void add(ResultSet row) throws SQLException {
      records += row.getLong("records");
      bytes += row.getLong("bytes");
      firstMinute = Math.min(firstMinute, row.getLong("first_minute"));
      lastMinute = Math.max(lastMinute, row.getLong("last_minute"));
    }
  }

  private final CountQuery query;
  private final TemplateAliases aliases;
  private final Parameters parameters = new Parameters();
  private final List<String> scans = new ArrayList<>();
  private final Map<Group, Sum> sums = new HashMap<>();

  CountScan(CountQuery query, TemplateAliases aliases) {
    this.query = query;
    this.aliases = aliases;
  }

  /** Adds the records of a part that happened in a span and meet a condition. */
  void addRecords(PartView part, TimeSpan span, String narrowed) {
    if (narrowed.equals(Conditions.NEVER)) {
      return;
    }
    for (RecordTable table : part.tables()) {
      String selected = SelectionSql.of(query.selection().during(span), table, aliases, parameters);
      String measures = "1 AS records, bytes, timestamp // " + Minutes.NANOS + " AS minute";
      add(table.name(), "timestamp", measures, Conditions.all(List.of(narrowed, selected)));
    }
  }

  /** Adds what parts have counted in whole minutes. */
  void addRollups(List<PartView> parts, Minutes minutes) {
    if (parts.isEmpty()) {
      return;
    }
    // What is selected is said once for all of them, as it may name many templates.
    String all =
        parts.stream()
            .map(part -> "FROM " + part.alias() + "." + PartSchema.ROLLUPS)
            .collect(Collectors.joining(" UNION ALL ", "(", ")"));
    String where = SelectionSql.ofRollups(query.selection(), minutes, aliases, parameters);
    add(all, "minute * " + Minutes.NANOS, "records, bytes, minute", where);
  }

  private void add(String table, String time, String measures, String where) {
    List<String> columns = new ArrayList<>();
    for (Dimension dimension : query.by()) {
      columns.add(expression(dimension, time) + " AS " + name(dimension));
    }
    columns.add(measures);
    scans.add("SELECT " + String.join(", ", columns) + " FROM " + table + " WHERE " + where);
  }

  private String expression(Dimension dimension, String time) {
    long bucket = query.bucket().toNanos();
    return dimension == Dimension.TIME
        ? "(" + time + ") // " + bucket + " * " + bucket
        : name(dimension);
  }

  private static String name(Dimension dimension) {
    return switch (dimension) {
      case TIME -> "time";
      case SERVICE -> "service_name";
      case SEVERITY -> "severity_number";
      case TEMPLATE -> "template_id";
    };
  }

  /** The sums, asked with a session. */
  List<Count> counts(Session session) {
    if (!scans.isEmpty()) {
      session.ask(statement(), parameters, this::add);
    }
    List<Count> counts = new ArrayList<>(sums.size());
    sums.forEach((group, sum) ->
        counts.add(
            new Count(
                group.time,
                group.serviceName,
                group.severityNumber,
                group.templateId,
                sum.records,
                sum.bytes,
                sum.firstMinute * Minutes.NANOS,
                sum.lastMinute * Minutes.NANOS)));
    return counts;
  }

  private String statement() {
    List<String> columns = new ArrayList<>(query.by().stream().map(CountScan::name).toList());
    String groups = columns.isEmpty() ? "" : " GROUP BY " + String.join(", ", columns);
    columns.add("sum(records)::BIGINT AS records");
    columns.add("sum(bytes)::BIGINT AS bytes");
    columns.add("min(minute) AS first_minute");
    columns.add("max(minute) AS last_minute");
    return "SELECT %s FROM (%s)%s"
        .formatted(String.join(", ", columns), String.join(" UNION ALL ", scans), groups);
  }

  private void add(ResultSet row) throws SQLException {
    if (row.getLong("records") == 0) {
      return;
    }
    sums.computeIfAbsent(group(row), fresh -> new Sum()).add(row);
    if (sums.size() > CountQuery.MAX_ROWS) {
      throw new WinnowException(
          ErrorCode.ANSWER_TOO_LARGE, "the answer has more than " + CountQuery.MAX_ROWS + " rows");
    }
  }

  private Group group(ResultSet row) throws SQLException {
    boolean hasTime = query.by().contains(Dimension.TIME);
    boolean hasService = query.by().contains(Dimension.SERVICE);
    boolean hasSeverity = query.by().contains(Dimension.SEVERITY);
    boolean hasTemplate = query.by().contains(Dimension.TEMPLATE);
    return new Group(
        hasTime ? row.getLong(name(Dimension.TIME)) : 0,
        hasService ? row.getString(name(Dimension.SERVICE)) : "",
        SeverityNumber.of(hasSeverity ? row.getInt(name(Dimension.SEVERITY)) : 0),
        hasTemplate ? aliases.current(row.getLong(name(Dimension.TEMPLATE))) : 0);
  }
}
