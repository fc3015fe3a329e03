package dev.winnow.storage.testkit;

import dev.winnow.kernel.predicate.Field;
import dev.winnow.kernel.predicate.Predicate;
import dev.winnow.kernel.record.AnyValue;
import dev.winnow.kernel.record.LogRecord;
import dev.winnow.kernel.record.SeverityNumber;
import dev.winnow.storage.ContextQuery;
import dev.winnow.storage.Count;
import dev.winnow.storage.CountQuery;
import dev.winnow.storage.CountQuery.Dimension;
import dev.winnow.storage.Facet;
import dev.winnow.storage.FacetQuery;
import dev.winnow.storage.KeptRecord;
import dev.winnow.storage.LogReader;
import dev.winnow.storage.PageCursor;
import dev.winnow.storage.RecordId;
import dev.winnow.storage.RecordQuery;
import dev.winnow.storage.RecordQuery.Order;
import dev.winnow.storage.Selection;
import dev.winnow.storage.StoredRecord;
import dev.winnow.storage.Volume;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Answers questions by looking at every record. */
final class InMemoryReader implements LogReader {
  private static final long NANOS_PER_MINUTE = 60_000_000_000L;

  private static final Comparator<StoredRecord> OLDEST_FIRST =
      Comparator.comparing(PageCursor::of, InMemoryReader::compare);

  private final Supplier<List<CommittedRecord>> records;
  private final InMemoryTemplates templates;

  InMemoryReader(Supplier<List<CommittedRecord>> records, InMemoryTemplates templates) {
    this.records = records;
    this.templates = templates;
  }

  private static int compare(PageCursor a, PageCursor b) {
    int byTime = Long.compare(a.time(), b.time());
    return byTime == 0 ? a.id().compareTo(b.id()) : byTime;
  }

  /** All records of a tenant, with the templates that they have by now, in order of commit. */
  private Stream<StoredRecord> of(String tenantId) {
    return records.get().stream()
        .filter(record -> record.tenantId().equals(tenantId))
        .map(record -> new StoredRecord(record.id(), record.receiver(), resolved(record)));
  }

  private KeptRecord resolved(CommittedRecord record) {
    KeptRecord kept = record.kept();
    return new KeptRecord(
        kept.record(),
        templates.resolve(record.tenantId(), kept.templateId()),
        kept.severityInferred(),
        kept.sampling(),
        kept.bytes());
  }

  private Stream<StoredRecord> selected(Selection selection) {
    Predicate where =
        CurrentTemplates.in(selection.where(), id -> templates.resolve(selection.tenantId(), id));
    String text = lowerCase(selection.text());
    return of(selection.tenantId())
        .filter(record -> selection.time().contains(record.kept().record().time()))
        .filter(record -> where.matches(record.kept().record(), hex(record)))
        .filter(record -> lowerCase(body(record)).contains(text));
  }

  Set<RecordId> ids(Selection selection) {
    return selected(selection).map(StoredRecord::id).collect(Collectors.toSet());
  }

  /** The simple lower case; that of a whole text would depend on what is beside a letter. */
  private static String lowerCase(String text) {
    int[] lower = text.codePoints().map(Character::toLowerCase).toArray();
    return new String(lower, 0, lower.length);
  }

  private static String hex(StoredRecord record) {
    return HexFormat.of().toHexDigits(record.kept().templateId());
  }

  private static String body(StoredRecord record) {
    return record.kept().record().body().text();
  }

  @Override
  public List<StoredRecord> search(RecordQuery query) {
    Comparator<StoredRecord> order =
        query.order() == Order.OLDEST_FIRST ? OLDEST_FIRST : OLDEST_FIRST.reversed();
    int sign = query.order() == Order.OLDEST_FIRST ? 1 : -1;
    PageCursor after = query.after();
    return selected(query.selection())
        .filter(record -> after == null || sign * compare(PageCursor.of(record), after) > 0)
        .sorted(order)
        .limit(query.limit())
        .toList();
  }

  @Override
  public Optional<StoredRecord> find(String tenantId, RecordId id) {
    return of(tenantId).filter(record -> record.id().equals(id)).findFirst();
  }

  @Override
  public List<StoredRecord> around(ContextQuery query) {
    StoredRecord middle = find(query.tenantId(), query.id()).orElse(null);
    if (middle == null) {
      return List.of();
    }
    LogRecord record = middle.kept().record();
    List<StoredRecord> stream =
        of(query.tenantId())
            .filter(other -> other.kept().record().resource().equals(record.resource()))
            .sorted(OLDEST_FIRST)
            .toList();
    int at = stream.indexOf(middle);
    int from = Math.max(0, at - query.before());
    return stream.subList(from, Math.min(stream.size(), at + 1 + query.after()));
  }

  @Override
  public List<Count> counts(CountQuery query) {
    Map<Group, List<StoredRecord>> groups =
        selected(query.selection())
            .collect(
                Collectors.groupingBy(
                    record -> group(query, record), LinkedHashMap::new, Collectors.toList()));
    return groups.entrySet().stream()
        .map(entry -> count(entry.getKey(), entry.getValue()))
        .toList();
  }

  private record Group(
      long time, String serviceName, SeverityNumber severityNumber, long templateId) {}

  private static Group group(CountQuery query, StoredRecord stored) {
    LogRecord record = stored.kept().record();
    long bucket = query.bucket().toNanos();
    return new Group(
        query.by().contains(Dimension.TIME) ? record.time() / bucket * bucket : 0,
        query.by().contains(Dimension.SERVICE) ? record.serviceName() : "",
        query.by().contains(Dimension.SEVERITY)
            ? record.severityNumber()
            : SeverityNumber.UNSPECIFIED,
        query.by().contains(Dimension.TEMPLATE) ? stored.kept().templateId() : 0);
  }

  private static Count count(Group group, List<StoredRecord> records) {
    LongSummaryStatistics minutes =
        records.stream()
            .mapToLong(stored -> stored.kept().record().time() / NANOS_PER_MINUTE)
            .summaryStatistics();
    return new Count(
        group.time,
        group.serviceName,
        group.severityNumber,
        group.templateId,
        records.size(),
        records.stream().mapToLong(stored -> stored.kept().bytes()).sum(),
        minutes.getMin() * NANOS_PER_MINUTE,
        minutes.getMax() * NANOS_PER_MINUTE);
  }

  @Override
  public boolean isCounted(CountQuery query) {
    return query.selection().where().equals(Selection.ANYTHING)
        && query.selection().text().isEmpty();
  }

  @Override
  public Facet facet(FacetQuery query) {
    Map<AnyValue, Long> counts = new LinkedHashMap<>();
    selected(query.selection())
        .forEach(record -> counts.merge(facetValue(query.field(), record), 1L, Long::sum));
    Long absent = counts.remove(AnyValue.empty());
    List<Facet.Value> values =
        counts.entrySet().stream()
            .map(entry -> new Facet.Value(entry.getKey(), entry.getValue()))
            .sorted(
                Comparator.comparingLong((Facet.Value value) -> -value.records())
                    .thenComparing(value -> value.value().text()))
            .toList();
    List<Facet.Value> listed = values.subList(0, Math.min(query.limit(), values.size()));
    long all = values.stream().mapToLong(Facet.Value::records).sum();
    long shown = listed.stream().mapToLong(Facet.Value::records).sum();
    return new Facet(listed, all - shown, absent == null ? 0 : absent);
  }

  private static AnyValue facetValue(Field field, StoredRecord record) {
    if (!field.equals(Field.of("service"))) {
      return field.read(record.kept().record(), hex(record));
    }
    String name = record.kept().record().resource().serviceName();
    return name.isEmpty() ? AnyValue.empty() : AnyValue.of(name);
  }

  @Override
  public List<StoredRecord> since(String tenantId, RecordId after, int limit) {
    return of(tenantId).filter(record -> record.id().compareTo(after) > 0).limit(limit).toList();
  }

  @Override
  public Map<String, Volume> volumes(String tenantId, LocalDate day) {
    return of(tenantId)
        .filter(record -> record.id().epochDay() == day.toEpochDay())
        .map(StoredRecord::kept)
        .collect(
            Collectors.toMap(
                kept -> kept.record().serviceName(),
                kept -> new Volume(1, kept.bytes()),
                Volume::plus));
  }
}
