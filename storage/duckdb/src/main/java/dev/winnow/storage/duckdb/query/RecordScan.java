package dev.winnow.storage.duckdb.query;

import dev.winnow.storage.StoredRecord;
import dev.winnow.storage.TimeSpan;
import dev.winnow.storage.duckdb.part.PartView;
import dev.winnow.storage.duckdb.part.RecordTable;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A search for the first records of an order, through parts that may overlap in it. */
final class RecordScan {
  /*
   * Stretches of time of all parts are asked in the order in which they begin. As soon as the limit
   * is reached and the next stretch begins behind the last record, none can have one of the first.
   * Of a stretch that is asked, no more than the limit can be among them, and none behind one that
   * is not.
   */

  /** An order of records. */
  enum Order {
    OLDEST_FIRST("timestamp, batch_sequence, ordinal"),
    NEWEST_FIRST("timestamp DESC, batch_sequence DESC, ordinal DESC"),
    COMMITS("batch_sequence, ordinal");

    private final String sql;

    Order(String sql) {
      this.sql = sql;
    }

    /** The place of a record, as a number that grows along the order. */
    private long place(StoredRecord record) {
      return switch (this) {
        case OLDEST_FIRST -> record.kept().record().time();
        case NEWEST_FIRST -> -record.kept().record().time();
        case COMMITS -> record.id().sequence();
      };
    }

    private Comparator<StoredRecord> comparator() {
      Comparator<StoredRecord> byId = Comparator.comparing(StoredRecord::id);
      return Comparator.comparingLong(this::place)
          .thenComparing(this == NEWEST_FIRST ? byId.reversed() : byId);
    }
  }

  /** The records of a table that count at whatever time they happened, as a condition. */
  interface Condition {
    String of(PartView part, RecordTable table, Parameters parameters);
  }

  private final Session session;
  private final TemplateAliases aliases;
  private final Order order;

  RecordScan(Session session, TemplateAliases aliases, Order order) {
    this.session = session;
    this.aliases = aliases;
    this.order = order;
  }

  Order order() {
    return order;
  }

  /** The first records that happened in a span of time and meet a condition. */
  List<StoredRecord> first(int limit, TimeSpan span, List<PartView> parts, Condition condition) {
    return first(
        limit, parts.stream().flatMap(part -> Stretch.of(part, span, order).stream()), condition);
  }

  /** The same where so few records meet the condition that to look among the first is in vain. */
  List<StoredRecord> firstOfFew(
      int limit, TimeSpan span, List<PartView> parts, Condition condition) {
    return first(
        limit,
        parts.stream().flatMap(part -> Stretch.whole(part, span, order).stream()),
        condition);
  }

  private List<StoredRecord> first(int limit, Stream<Stretch> stretches, Condition condition) {
    FirstRecords first = new FirstRecords(limit, order.comparator());
    for (Stretch stretch : stretches.sorted(Comparator.comparingLong(Stretch::start)).toList()) {
      StoredRecord end = first.end();
      if (end != null && stretch.start() > order.place(end)) {
        break;
      }
      for (RecordTable table : stretch.part().tables()) {
        add(stretch, table, limit, condition, first);
      }
    }
    return first.list();
  }

  private void add(
      Stretch stretch, RecordTable table, int limit, Condition condition, FirstRecords records) {
    Parameters parameters = new Parameters();
    String where = condition.of(stretch.part(), table, parameters);
    if (where.equals(Conditions.NEVER)) {
      return;
    }
    String sql =
        "SELECT "
            + RecordRow.columns(table)
            + " FROM "
            + table.name()
            + " WHERE "
            + Conditions.all(List.of(where, SelectionSql.isWithin(stretch.time(), parameters)))
            + " ORDER BY "
            + order.sql
            + " LIMIT "
            + limit;
    int epochDay = stretch.part().epochDay();
    session.askWhile(
        sql, parameters, row -> records.add(RecordRow.read(row, table, epochDay, aliases)));
  }
}
