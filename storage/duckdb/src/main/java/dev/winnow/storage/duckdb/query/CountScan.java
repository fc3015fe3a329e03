package dev.winnow.storage.duckdb.query;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.kernel.record.SeverityNumber;
import dev.winnow.storage.Count;
import dev.winnow.storage.CountQuery;
import dev.winnow.storage.CountQuery.Dimension;
import dev.winnow.storage.Selection;
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

/** The sums of one answer, over all parts and tables in as few statements as can be. */
final class CountScan {
  /*
   * A statement takes some milliseconds before it reads anything, so there is only one for counts of
   * minutes and single records, unless there are so many tables that planning grows faster than they
   * do. Both are brought to the same columns: what records are told apart by, how many they are,
   * their bytes, and their minute.
   */
  private static final int MAX_TABLES = 64;

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

  /** What one statement reads. */
  private static final class Union {
    private final Parameters parameters = new Parameters();
    private final List<String> scans = new ArrayList<>();
    private int tables;
  }

  private final CountQuery query;
  private final TemplateAliases aliases;
  private final List<Union> unions = new ArrayList<>();
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
    Selection selection = query.selection().during(span);
    for (RecordTable table : part.tables()) {
      Union union = unionWithRoom(1);
      String selected = SelectionSql.of(selection, table, aliases, union.parameters);
      String measures = "1 AS records, bytes, timestamp // " + Minutes.NANOS + " AS minute";
      String where = Conditions.all(List.of(narrowed, selected));
      union.scans.add(scan(table.name(), "timestamp", measures, where));
    }
  }

  /** Adds what parts have counted in whole minutes. */
  void addRollups(List<PartView> parts, Minutes minutes) {
    for (int from = 0; from < parts.size(); from += MAX_TABLES) {
      int to = Math.min(from + MAX_TABLES, parts.size());
      addRollupsOfSome(parts.subList(from, to), minutes);
    }
  }

  /** What is selected is said once for all of them, as it may name many templates. */
  private void addRollupsOfSome(List<PartView> parts, Minutes minutes) {
    String all =
        parts.stream()
            .map(part -> "FROM " + part.alias() + "." + PartSchema.ROLLUPS)
            .collect(Collectors.joining(" UNION ALL ", "(", ")"));
    Union union = unionWithRoom(parts.size());
    String where = SelectionSql.ofRollups(query.selection(), minutes, aliases, union.parameters);
    union.scans.add(scan(all, "minute * " + Minutes.NANOS, "records, bytes, minute", where));
  }

  private Union unionWithRoom(int tables) {
    if (unions.isEmpty() || unions.getLast().tables + tables > MAX_TABLES) {
      unions.add(new Union());
    }
    Union union = unions.getLast();
    union.tables += tables;
    return union;
  }

  private String scan(String table, String time, String measures, String where) {
    List<String> columns = new ArrayList<>();
    for (Dimension dimension : query.by()) {
      columns.add(expression(dimension, time) + " AS " + name(dimension));
    }
    columns.add(measures);
    return "SELECT " + String.join(", ", columns) + " FROM " + table + " WHERE " + where;
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
    for (Union union : unions) {
      session.ask(statement(union.scans), union.parameters, this::sum);
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

  private String statement(List<String> scans) {
    List<String> columns = new ArrayList<>(query.by().stream().map(CountScan::name).toList());
    String groups = columns.isEmpty() ? "" : " GROUP BY " + String.join(", ", columns);
    columns.add("sum(records)::BIGINT AS records");
    columns.add("sum(bytes)::BIGINT AS bytes");
    columns.add("min(minute) AS first_minute");
    columns.add("max(minute) AS last_minute");
    return "SELECT %s FROM (%s)%s"
        .formatted(String.join(", ", columns), String.join(" UNION ALL ", scans), groups);
  }

  private void sum(ResultSet row) throws SQLException {
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
