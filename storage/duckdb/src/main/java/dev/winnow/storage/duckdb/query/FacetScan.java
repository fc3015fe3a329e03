package dev.winnow.storage.duckdb.query;

import dev.winnow.storage.Facet;
import dev.winnow.storage.FacetQuery;
import dev.winnow.storage.duckdb.part.PartView;
import dev.winnow.storage.duckdb.part.RecordTable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A count of the values of a field, through all parts in one statement. */
final class FacetScan {
  private final FacetQuery query;
  private final Session session;
  private final TemplateAliases aliases;
  private final Narrowing narrowing;
  private final Parameters parameters = new Parameters();
  private final List<Facet.Value> values = new ArrayList<>();
  private long absent;
  private long all;

  FacetScan(FacetQuery query, Session session, TemplateAliases aliases, Narrowing narrowing) {
    this.query = query;
    this.session = session;
    this.aliases = aliases;
    this.narrowing = narrowing;
  }

  Facet facet(List<PartView> parts) {
    List<String> scans = parts.stream().flatMap(this::ofPart).toList();
    if (scans.isEmpty()) {
      return new Facet(List.of(), 0, 0);
    }
    RecordTable any = parts.getFirst().tables().getFirst();
    FieldSql field = new RecordFields(any, aliases, new Parameters()).of(query.field());
    session.ask(
        """
        WITH found AS MATERIALIZED (
          SELECT key, sum(records)::BIGINT AS records FROM (%s) GROUP BY key)
        SELECT key, records, (SELECT sum(records)::BIGINT FROM found)
        FROM found ORDER BY key IS NOT NULL, records DESC, key LIMIT %d
        """
            .formatted(String.join(" UNION ALL ", scans), query.limit() + 1),
        parameters,
        row -> add(field, row.getString(1), row.getLong(2), row.getLong(3)));
    return facet();
  }

  private Stream<String> ofPart(PartView part) {
    String narrowed = narrowing.of(part);
    if (narrowed.equals(Conditions.NEVER)) {
      return Stream.empty();
    }
    return part.tables().stream().map(table -> ofTable(table, narrowed));
  }

  private String ofTable(RecordTable table, String narrowed) {
    FieldSql field = new RecordFields(table, aliases, parameters).of(query.field());
    String selected = SelectionSql.of(query.selection(), table, aliases, parameters);
    String where = Conditions.all(List.of(narrowed, selected));
    String source = field.source();
    if (source.isEmpty()) {
      return "SELECT %s AS key, count(*) AS records FROM %s WHERE %s GROUP BY 1"
          .formatted(field.key(), table.name(), where);
    }
    return """
    SELECT %s AS key, sum(records)::BIGINT AS records
    FROM (SELECT %s, count(*) AS records FROM %s WHERE %s GROUP BY 1) GROUP BY 1
    """
        .formatted(field.key(), source, table.name(), where);
  }

  private void add(FieldSql field, @Nullable String key, long records, long total) {
    all = total;
    if (key == null) {
      absent = records;
    } else if (values.size() < query.limit()) {
      values.add(new Facet.Value(field.value(key), records));
    }
  }

  private Facet facet() {
    values.sort(Facet.Value.MOST_FREQUENT_FIRST);
    long listed = values.stream().mapToLong(Facet.Value::records).sum();
    return new Facet(values, all - absent - listed, absent);
  }
}
