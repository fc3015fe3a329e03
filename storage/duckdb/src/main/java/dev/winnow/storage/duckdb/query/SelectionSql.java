package dev.winnow.storage.duckdb.query;

import dev.winnow.kernel.record.Resource;
import dev.winnow.storage.PageCursor;
import dev.winnow.storage.RecordId;
import dev.winnow.storage.Selection;
import dev.winnow.storage.TimeSpan;
import dev.winnow.storage.duckdb.part.RecordTable;
import dev.winnow.storage.duckdb.table.ValueJson;
import java.util.ArrayList;
import java.util.List;

/** Which rows of the table {@code records} are meant. */
final class SelectionSql {
  private SelectionSql() {}

  /** The rows of a table that are selected. */
  static String of(
      Selection selection, RecordTable table, TemplateAliases aliases, Parameters parameters) {
    RecordFields fields = new RecordFields(table, aliases, parameters);
    List<String> conditions = new ArrayList<>();
    conditions.add(isOf(selection.tenantId(), parameters));
    conditions.add(isWithin(selection.time(), parameters));
    if (!selection.where().equals(Selection.ANYTHING)) {
      conditions.add(new PredicateSql(fields).of(selection.where()));
    }
    if (!selection.text().isEmpty()) {
      conditions.add(fields.body().containsInAnyCase(selection.text()));
    }
    return Conditions.all(conditions);
  }

  /** The rows of the table {@code rollups} that count what is selected within whole minutes. */
  static String ofRollups(
      Selection selection, Minutes minutes, TemplateAliases aliases, Parameters parameters) {
    List<String> conditions = new ArrayList<>();
    conditions.add(isOf(selection.tenantId(), parameters));
    conditions.add("minute >= " + parameters.bind(minutes.first()));
    conditions.add("minute < " + parameters.bind(minutes.end()));
    if (!selection.where().equals(Selection.ANYTHING)) {
      Fields fields = new RollupFields(aliases, parameters);
      conditions.add(new PredicateSql(fields).of(selection.where()));
    }
    return Conditions.all(conditions);
  }

  /** The row of an id. */
  static String is(String tenantId, RecordId id, Parameters parameters) {
    return Conditions.all(
        List.of(
            isOf(tenantId, parameters),
            "batch_sequence = " + parameters.bind(id.sequence()),
            "ordinal = " + parameters.bind(id.ordinal())));
  }

  /** The rows of a resource. */
  static String isFrom(Resource resource, Parameters parameters) {
    return Conditions.all(
        List.of(
            "service_name = " + parameters.bind(resource.serviceName()),
            "resource = " + parameters.bind(new ValueJson().of(resource.attributes()))));
  }

  static String isOf(String tenantId, Parameters parameters) {
    return "tenant_id = " + parameters.bind(tenantId);
  }

  /** The rows of a span of time. */
  static String isWithin(TimeSpan span, Parameters parameters) {
    List<String> conditions = new ArrayList<>();
    if (span.from() > 0) {
      conditions.add("timestamp >= " + parameters.bind(span.from()));
    }
    if (span.to() < Long.MAX_VALUE) {
      conditions.add("timestamp < " + parameters.bind(span.to()));
    }
    return Conditions.all(conditions);
  }

  /** The rows that are earlier in time than a place, or later; at the same time, by commit. */
  static String isBeyond(PageCursor place, boolean isEarlier, Parameters parameters) {
    String sign = isEarlier ? "<" : ">";
    String time = parameters.bind(place.time());
    // The first part tells DuckDB which row groups to leave out.
    return "(timestamp %1$s= %2$s AND (timestamp %1$s %2$s OR %3$s))"
        .formatted(sign, time, isBeyond(place.id(), sign, parameters));
  }

  /** The rows of later commits than that of an id, and those behind it in the same. */
  static String isBehind(RecordId id, Parameters parameters) {
    return "(batch_sequence >= "
        + parameters.bind(id.sequence())
        + " AND "
        + isBeyond(id, ">", parameters)
        + ")";
  }

  private static String isBeyond(RecordId id, String sign, Parameters parameters) {
    return "(batch_sequence %1$s %2$s OR (batch_sequence = %2$s AND ordinal %1$s %3$s))"
        .formatted(sign, parameters.bind(id.sequence()), parameters.bind(id.ordinal()));
  }
}
