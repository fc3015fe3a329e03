package dev.winnow.storage.duckdb.query;

import dev.winnow.storage.ContextQuery;
import dev.winnow.storage.Count;
import dev.winnow.storage.CountQuery;
import dev.winnow.storage.CountQuery.Dimension;
import dev.winnow.storage.Erasure;
import dev.winnow.storage.Facet;
import dev.winnow.storage.FacetQuery;
import dev.winnow.storage.LogReader;
import dev.winnow.storage.PageCursor;
import dev.winnow.storage.RecordId;
import dev.winnow.storage.RecordQuery;
import dev.winnow.storage.Selection;
import dev.winnow.storage.StoredRecord;
import dev.winnow.storage.TemplateStore;
import dev.winnow.storage.TimeSpan;
import dev.winnow.storage.Volume;
import dev.winnow.storage.duckdb.part.Engine;
import dev.winnow.storage.duckdb.part.Lease;
import dev.winnow.storage.duckdb.part.PartView;
import dev.winnow.storage.duckdb.part.RecordTable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Answers questions from the parts of a store.
 *
 * <p>Upper and lower case of a text are the same by Unicode's simple mapping, one code point at a
 * time: {@code ß} is not {@code SS}. A body that is no text is searched as JSON.
 */
public final class DuckDbLogReader implements LogReader, AutoCloseable {
  /** Of about ten parts, or twenty million records. */
  private static final long FILTER_BYTES = 16 << 20;

  private final Supplier<Lease> parts;
  private final TemplateStore templates;
  private final Connections connections;
  private final FilterCache filters = new FilterCache(FILTER_BYTES);

  /**
   * A reader of parts.
   *
   * @param parts gives the parts that hold everything that was acknowledged before
   */
  public DuckDbLogReader(
      Engine engine, Supplier<Lease> parts, TemplateStore templates, QueryLimits limits) {
    this.parts = parts;
    this.templates = templates;
    this.connections = new Connections(engine, limits);
  }

  @Override
  public List<StoredRecord> search(RecordQuery query) {
    TimeSpan span = span(query);
    RecordScan.Order order =
        isNewestFirst(query) ? RecordScan.Order.NEWEST_FIRST : RecordScan.Order.OLDEST_FIRST;
    TemplateAliases aliases = new TemplateAliases(templates, query.selection().tenantId());
    try (Lease lease = parts.get();
        Session session = connections.open()) {
      Narrowing narrowing = new Narrowing(query.selection(), filters, session);
      RecordScan scan = new RecordScan(session, aliases, order);
      RecordScan.Condition condition = condition(query, narrowing, aliases);
      return narrowing.leavesFew()
          ? scan.firstOfFew(query.limit(), span, lease.parts(), condition)
          : scan.first(query.limit(), span, lease.parts(), condition);
    }
  }

  private static boolean isNewestFirst(RecordQuery query) {
    return query.order() == RecordQuery.Order.NEWEST_FIRST;
  }

  private static RecordScan.Condition condition(
      RecordQuery query, Narrowing narrowing, TemplateAliases aliases) {
    Selection selection = query.selection().during(TimeSpan.ALL);
    PageCursor after = query.after();
    return (part, table, parameters) -> {
      String narrowed = narrowing.of(part);
      if (narrowed.equals(Conditions.NEVER)) {
        return Conditions.NEVER;
      }
      List<String> conditions = new ArrayList<>();
      conditions.add(narrowed);
      conditions.add(SelectionSql.of(selection, table, aliases, parameters));
      if (after != null) {
        conditions.add(SelectionSql.isBeyond(after, isNewestFirst(query), parameters));
      }
      return Conditions.all(conditions);
    };
  }

  /** When the records of a page happened. */
  private static TimeSpan span(RecordQuery query) {
    TimeSpan span = query.selection().time();
    PageCursor after = query.after();
    if (after == null || !span.contains(after.time())) {
      return span;
    }
    return isNewestFirst(query)
        ? new TimeSpan(span.from(), after.time() + 1)
        : new TimeSpan(after.time(), span.to());
  }

  private static List<PartView> during(TimeSpan span, Lease lease) {
    return lease.parts().stream().filter(part -> part.isDuring(span)).toList();
  }

  @Override
  public Optional<StoredRecord> find(String tenantId, RecordId id) {
    TemplateAliases aliases = new TemplateAliases(templates, tenantId);
    try (Lease lease = parts.get();
        Session session = connections.open()) {
      return find(tenantId, id, new RecordScan(session, aliases, RecordScan.Order.COMMITS), lease);
    }
  }

  private static Optional<StoredRecord> find(
      String tenantId, RecordId id, RecordScan scan, Lease lease) {
    List<PartView> candidates =
        lease.parts().stream()
            .filter(part -> part.epochDay() == id.epochDay())
            .filter(part -> part.firstSequence() <= id.sequence())
            .filter(part -> part.lastSequence() >= id.sequence())
            .toList();
    return scan
        .first(
            1,
            TimeSpan.ALL,
            candidates,
            (part, table, parameters) -> SelectionSql.is(tenantId, id, parameters))
        .stream()
        .findFirst();
  }

  @Override
  public List<StoredRecord> around(ContextQuery query) {
    TemplateAliases aliases = new TemplateAliases(templates, query.tenantId());
    try (Lease lease = parts.get();
        Session session = connections.open()) {
      RecordScan commits = new RecordScan(session, aliases, RecordScan.Order.COMMITS);
      StoredRecord middle = find(query.tenantId(), query.id(), commits, lease).orElse(null);
      if (middle == null) {
        return List.of();
      }
      List<StoredRecord> around = new ArrayList<>();
      around.addAll(
          neighbours(
                  query.tenantId(),
                  middle,
                  query.before(),
                  new RecordScan(session, aliases, RecordScan.Order.NEWEST_FIRST),
                  lease)
              .reversed());
      around.add(middle);
      around.addAll(
          neighbours(
              query.tenantId(),
              middle,
              query.after(),
              new RecordScan(session, aliases, RecordScan.Order.OLDEST_FIRST),
              lease));
      return around;
    }
  }

  private static List<StoredRecord> neighbours(
      String tenantId, StoredRecord middle, int limit, RecordScan scan, Lease lease) {
    if (limit == 0) {
      return List.of();
    }
    boolean isEarlier = scan.order() == RecordScan.Order.NEWEST_FIRST;
    long time = middle.kept().record().time();
    TimeSpan span = isEarlier ? new TimeSpan(0, time + 1) : new TimeSpan(time, Long.MAX_VALUE);
    return scan.first(
        limit,
        span,
        lease.parts(),
        (part, table, parameters) ->
            Conditions.all(
                List.of(
                    SelectionSql.isOf(tenantId, parameters),
                    SelectionSql.isFrom(middle.kept().record().resource(), parameters),
                    SelectionSql.isBeyond(PageCursor.of(middle), isEarlier, parameters))));
  }

  @Override
  public List<Count> counts(CountQuery query) {
    Selection selection = query.selection();
    TemplateAliases aliases = new TemplateAliases(templates, selection.tenantId());
    try (Lease lease = parts.get();
        Session session = connections.open()) {
      CountScan scan = new CountScan(query, aliases);
      List<TimeSpan> uncounted = List.of(selection.time());
      if (isRolledUp(query)) {
        Minutes minutes = Minutes.in(selection.time());
        uncounted = minutes.rest(selection.time());
        if (!minutes.isEmpty()) {
          scan.addRollups(during(selection.time(), lease), minutes);
        }
      }
      Narrowing narrowing = new Narrowing(selection, filters, session);
      for (TimeSpan span : uncounted) {
        for (PartView part : during(span, lease)) {
          scan.addRecords(part, span, narrowing.of(part));
        }
      }
      return scan.counts(session);
    }
  }

  /** See {@link dev.winnow.storage.RecordEraser#preview}. */
  public List<Count> preview(Erasure erasure) {
    Selection selection = erasure.selection();
    TemplateAliases aliases = new TemplateAliases(templates, selection.tenantId());
    try (Lease lease = parts.get();
        Session session = connections.open()) {
      CountScan scan = new CountScan(CountQuery.by(selection, Dimension.SERVICE), aliases);
      Narrowing narrowing = new Narrowing(selection, filters, session);
      for (PartView part : during(selection.time(), lease)) {
        List<String> conditions = List.of(narrowing.of(part), ErasureScan.isNotLater(erasure));
        scan.addRecords(part, selection.time(), Conditions.all(conditions));
      }
      return scan.counts(session);
    }
  }

  private static boolean isRolledUp(CountQuery query) {
    return query.selection().text().isEmpty()
        && RollupFields.suffice(query.selection().where())
        && Minutes.suffice(query);
  }

  @Override
  public boolean isCounted(CountQuery query) {
    TimeSpan span = query.selection().time();
    return isRolledUp(query) && Minutes.in(span).rest(span).isEmpty();
  }

  @Override
  public Facet facet(FacetQuery query) {
    CountedFacet counted = CountedFacet.of(query.field());
    if (counted != null) {
      return counted.of(counts(counted.question(query.selection())), query.limit());
    }
    TemplateAliases aliases = new TemplateAliases(templates, query.selection().tenantId());
    try (Lease lease = parts.get();
        Session session = connections.open()) {
      Narrowing narrowing = new Narrowing(query.selection(), filters, session);
      return new FacetScan(query, session, aliases, narrowing)
          .facet(during(query.selection().time(), lease));
    }
  }

  @Override
  public List<StoredRecord> since(String tenantId, RecordId after, int limit) {
    TemplateAliases aliases = new TemplateAliases(templates, tenantId);
    try (Lease lease = parts.get();
        Session session = connections.open()) {
      List<PartView> later =
          lease.parts().stream().filter(part -> part.lastSequence() >= after.sequence()).toList();
      return new RecordScan(session, aliases, RecordScan.Order.COMMITS)
          .first(
              limit,
              TimeSpan.ALL,
              later,
              (part, table, parameters) ->
                  Conditions.all(
                      List.of(
                          SelectionSql.isOf(tenantId, parameters),
                          SelectionSql.isBehind(after, parameters))));
    }
  }

  @Override
  public Map<String, Volume> volumes(String tenantId, LocalDate day) {
    Map<String, Volume> volumes = new HashMap<>();
    try (Lease lease = parts.get();
        Session session = connections.open()) {
      for (PartView part : lease.parts()) {
        if (part.epochDay() == day.toEpochDay()) {
          part.tables().forEach(table -> addVolumes(session, table, tenantId, volumes));
        }
      }
    }
    return volumes;
  }

  private static void addVolumes(
      Session session, RecordTable table, String tenantId, Map<String, Volume> volumes) {
    Parameters parameters = new Parameters();
    String sql =
        "SELECT service_name, count(*) AS records, sum(bytes)::BIGINT AS bytes FROM %s WHERE %s"
                .formatted(table.name(), SelectionSql.isOf(tenantId, parameters))
            + " GROUP BY service_name";
    session.ask(
        sql,
        parameters,
        row ->
            volumes.merge(
                row.getString("service_name"),
                new Volume(row.getLong("records"), row.getLong("bytes")),
                Volume::plus));
  }

  @Override
  public void close() {
    connections.close();
  }
}
