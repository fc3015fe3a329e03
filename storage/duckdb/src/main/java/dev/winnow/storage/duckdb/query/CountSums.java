package dev.winnow.storage.duckdb.query;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.kernel.record.SeverityNumber;
import dev.winnow.storage.Count;
import dev.winnow.storage.CountQuery;
import dev.winnow.storage.CountQuery.Dimension;
import dev.winnow.storage.duckdb.part.PartView;
import dev.winnow.storage.duckdb.part.RecordTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The sums of one answer, over parts and tables. */
final class CountSums {
  /** What records have in common; see {@link Count}. */
  private record Group(
      long time, String serviceName, SeverityNumber severityNumber, long templateId) {}

  private static final class Sum {
    private long records;
    private long bytes;
    private long firstMinute = Long.MAX_VALUE;
    private long lastMinute;

    private void add(ResultSet row, int column) throws SQLException {
      records += row.getLong(column);
      bytes += row.getLong(column + 1);
      firstMinute = Math.min(firstMinute, row.getLong(column + 2));
      lastMinute = Math.max(lastMinute, row.getLong(column + 3));
    }
  }

  private final CountQuery query;
  private final Session session;
  private final TemplateAliases aliases;
  private final Map<Group, Sum> sums = new HashMap<>();

  CountSums(CountQuery query, Session session, TemplateAliases aliases) {
    this.query = query;
    this.session = session;
    this.aliases = aliases;
  }

  /** Adds the records of a table that meet a condition. */
  void addRecords(RecordTable table, String where, Parameters parameters) {
    String minute = "timestamp // " + Minutes.NANOS;
    String measures = "count(*), sum(bytes), min(%1$s), max(%1$s)".formatted(minute);
    add(table.name(), "timestamp", measures, where, parameters);
  }

  /** Adds the rows of the table {@code rollups} that meet a condition. */
  void addRollups(PartView part, String where, Parameters parameters) {
    String time = "minute * " + Minutes.NANOS;
    String measures = "sum(records), sum(bytes), min(minute), max(minute)";
    add(Tables.rollups(part), time, measures, where, parameters);
  }

  private void add(
      String table, String time, String measures, String where, Parameters parameters) {
    long bucket = query.bucket().toNanos();
    Map<Dimension, String> dimensions = new EnumMap<>(Dimension.class);
    dimensions.put(Dimension.TIME, "(" + time + ") // " + bucket + " * " + bucket);
    dimensions.put(Dimension.SERVICE, "service_name");
    dimensions.put(Dimension.SEVERITY, "severity_number");
    dimensions.put(Dimension.TEMPLATE, "template_id");
    dimensions.keySet().retainAll(query.by());
    List<String> columns = new ArrayList<>(dimensions.values());
    String groups =
        columns.isEmpty()
            ? ""
            : " GROUP BY "
                + columns.stream()
                    .map(column -> Integer.toString(columns.indexOf(column) + 1))
                    .collect(Collectors.joining(", "));
    columns.add(measures);
    session.ask(
        "SELECT " + String.join(", ", columns) + " FROM " + table + " WHERE " + where + groups,
        parameters,
        this::add);
  }

  private void add(ResultSet row) throws SQLException {
    int column = 1;
    long time = query.by().contains(Dimension.TIME) ? row.getLong(column++) : 0;
    String service = query.by().contains(Dimension.SERVICE) ? row.getString(column++) : "";
    int severity = query.by().contains(Dimension.SEVERITY) ? row.getInt(column++) : 0;
    long template =
        query.by().contains(Dimension.TEMPLATE) ? aliases.current(row.getLong(column++)) : 0;
    if (row.getLong(column) == 0) {
      return;
    }
    Group group = new Group(time, service, SeverityNumber.of(severity), template);
    sums.computeIfAbsent(group, fresh -> new Sum()).add(row, column);
    if (sums.size() > CountQuery.MAX_ROWS) {
      throw new WinnowException(
          ErrorCode.ANSWER_TOO_LARGE, "the answer has more than " + CountQuery.MAX_ROWS + " rows");
    }
  }

  List<Count> counts() {
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
}
