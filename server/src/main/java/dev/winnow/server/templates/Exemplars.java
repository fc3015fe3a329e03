package dev.winnow.server.templates;

import dev.winnow.server.records.FoundRecords;
import dev.winnow.server.records.FoundRecords.Found;
import dev.winnow.server.records.RecordExtent;
import dev.winnow.storage.LogReader;
import dev.winnow.storage.RecordId;
import dev.winnow.storage.RecordQuery;
import dev.winnow.storage.Selection;
import dev.winnow.storage.TemplateStore;
import dev.winnow.storage.TimeSpan;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Picks records that stand for a template. */
public final class Exemplars {
  public static final int DEFAULT_LIMIT = 5;
  public static final int MAX_LIMIT = 20;

  private final LogReader reader;
  private final TemplateStore store;

  public Exemplars(LogReader reader, TemplateStore store) {
    this.reader = reader;
    this.store = store;
  }

  /**
   * Records of a template, spread over the selected time: the newest of each of as many parts of
   * equal length; where some have none, the newest of all beside them. The newest is first.
   */
  public ExemplarsAnswer exemplars(
      Selection selection, long templateId, int limit, RecordExtent extent) {
    long id = KnownTemplates.of(store, selection.tenantId()).current(templateId);
    Selection own = Selections.ofTemplates(selection, List.of(id));
    Map<RecordId, Found> found = new LinkedHashMap<>();
    for (int part = 0; part < limit; part++) {
      add(newest(own.during(part(own.time(), part, limit)), 1, extent), limit, found);
    }
    if (found.size() < limit) {
      add(newest(own, limit, extent), limit, found);
    }
    return new ExemplarsAnswer(
        HexFormat.of().toHexDigits(id),
        found.values().stream()
            .sorted(
                Comparator.comparingLong((Found each) -> each.place().time())
                    .thenComparing(each -> each.place().id())
                    .reversed())
            .map(Found::answer)
            .toList());
  }

  private static void add(List<Found> records, int limit, Map<RecordId, Found> found) {
    for (Found each : records) {
      if (found.size() < limit) {
        found.putIfAbsent(each.place().id(), each);
      }
    }
  }

  private static TimeSpan part(TimeSpan span, int part, int parts) {
    long length = (span.to() - span.from()) / parts;
    long from = span.from() + part * length;
    return new TimeSpan(from, part == parts - 1 ? span.to() : from + length);
  }

  private List<Found> newest(Selection selection, int limit, RecordExtent extent) {
    RecordQuery query = new RecordQuery(selection, RecordQuery.Order.NEWEST_FIRST, null, limit);
    return FoundRecords.of(reader::search, query, extent).records();
  }
}
