package dev.winnow.server.records;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.storage.ContextQuery;
import dev.winnow.storage.Count;
import dev.winnow.storage.CountQuery;
import dev.winnow.storage.LogReader;
import dev.winnow.storage.RecordId;
import dev.winnow.storage.RecordQuery;
import dev.winnow.storage.Selection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds records. */
public final class Records {
  private final LogReader reader;

  public Records(LogReader reader) {
    this.reader = reader;
  }

  public RecordPage page(PageRequest request) {
    int limit = request.limit();
    // One more tells whether there is a next page. A page of the largest size has no room for it;
    // where such a page is full, the next one may turn out empty.
    int asked = Math.min(limit + 1, RecordQuery.MAX_LIMIT);
    FoundRecords found =
        FoundRecords.of(
            reader::search,
            new RecordQuery(request.selection(), request.order(), request.place().after(), asked),
            request.extent());
    List<FoundRecords.Found> shown =
        found.records().subList(0, Math.min(limit, found.records().size()));
    String nextCursor = found.isEnd() ? null : request.place().next(shown.getLast().place());
    return new RecordPage(
        shown.stream().map(FoundRecords.Found::answer).toList(),
        total(request.selection(), request.isCountWanted()),
        request.place().page(),
        limit,
        nextCursor);
  }

  private @Nullable Long total(Selection selection, boolean isWanted) {
    CountQuery query = CountQuery.total(selection);
    return isWanted || reader.isCounted(query)
        ? reader.counts(query).stream().mapToLong(Count::records).sum()
        : null;
  }

  /**
   * The record with an id.
   *
   * @throws WinnowException {@code not_found} if there is none, or none any more
   */
  public RecordAnswer record(String tenantId, RecordId id) {
    return reader.find(tenantId, id).map(RecordAnswer::of).orElseThrow(() -> notFound(id));
  }

  /** What happened around a record in its stream, all to one extent. */
  public RecordContext context(ContextQuery query, RecordExtent extent) {
    return new Surroundings(reader::around, extent).of(query);
  }

  static WinnowException notFound(RecordId id) {
    return new WinnowException(
        ErrorCode.NOT_FOUND, "no record has the id " + id + "; retention may have removed it");
  }
}
