package dev.winnow.storage.duckdb.query;

import dev.winnow.storage.StoredRecord;
import dev.winnow.storage.duckdb.part.PartView;
import dev.winnow.storage.duckdb.part.RecordTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A search for the first records of an order, through parts that may overlap in it. */
final class RecordScan {
  /*
   * Parts are asked in the order in which their records can begin. As soon as the limit is reached
   * and the next part begins behind the last record, no further part can have one of the first. Of
   * a part that is asked, no more than the limit can be among them.
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

    /** Where a part begins in this order, as a number that grows along it. */
    private long start(PartView part) {
      return switch (this) {
        case OLDEST_FIRST -> part.earliest();
        case NEWEST_FIRST -> -part.latest();
        case COMMITS -> part.firstSequence();
      };
    }

    /** The place of a record, as {@link #start}. */
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

  /** The records of a table that count, as a condition. */
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

  List<StoredRecord> first(int limit, List<PartView> parts, Condition condition) {
    List<PartView> inOrder = new ArrayList<>(parts);
    inOrder.sort(Comparator.comparingLong(order::start));
    List<StoredRecord> first = new ArrayList<>();
    for (PartView part : inOrder) {
      if (first.size() == limit && order.start(part) > order.place(first.getLast())) {
        break;
      }
      for (RecordTable table : part.tables()) {
        add(part, table, limit, condition, first);
      }
      first.sort(order.comparator());
      first.subList(Math.min(limit, first.size()), first.size()).clear();
    }
    return first;
  }

  private void add(
      PartView part,
      RecordTable table,
      int limit,
      Condition condition,
      List<StoredRecord> records) {
    Parameters parameters = new Parameters();
    String where = condition.of(part, table, parameters);
    if (where.equals(Conditions.NEVER)) {
      return;
    }
    String sql =
        "SELECT "
            + RecordRow.COLUMNS
            + " FROM "
            + table.name()
            + " WHERE "
            + where
            + " ORDER BY "
            + order.sql
            + " LIMIT "
            + limit;
    session.ask(
        sql, parameters, row -> records.add(RecordRow.read(row, Tables.epochDay(part), aliases)));
  }
}
