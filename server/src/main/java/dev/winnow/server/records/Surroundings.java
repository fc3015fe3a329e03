package dev.winnow.server.records;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.storage.ContextQuery;
import dev.winnow.storage.RecordId;
import dev.winnow.storage.StoredRecord;
import java.util.List;
import java.util.function.Function;

/** Reads what happened around a record, in portions where it is too large to be read at once. */
final class Surroundings {
  private final Function<ContextQuery, List<StoredRecord>> reader;
  private final RecordExtent extent;

  Surroundings(Function<ContextQuery, List<StoredRecord>> reader, RecordExtent extent) {
    this.reader = reader;
    this.extent = extent;
  }

  /**
   * What happened around a record in its stream.
   *
   * @throws WinnowException {@code not_found} if there is no such record, or none any more
   */
  RecordContext of(ContextQuery query) {
    try {
      return atOnce(query);
    } catch (WinnowException refusal) {
      if (!extent.isBrief() || refusal.code() != ErrorCode.ANSWER_TOO_LARGE) {
        throw refusal;
      }
      return inPortions(query);
    }
  }

  private RecordContext atOnce(ContextQuery query) {
    List<StoredRecord> around = reader.apply(query);
    int own = placeOf(query.id(), around);
    return new RecordContext(
        answers(around.subList(0, own)),
        extent.of(around.get(own)),
        answers(around.subList(own + 1, around.size())));
  }

  private RecordContext inPortions(ContextQuery query) {
    RecordAnswer own = atOnce(new ContextQuery(query.tenantId(), query.id(), 0, 0)).log();
    return new RecordContext(
        walk(query, query.before(), this::before).reversed(),
        own,
        walk(query, query.after(), this::after));
  }

  /** The records on one side of another, the nearest first. */
  private interface Side {
    List<StoredRecord> of(String tenantId, RecordId id, int most);
  }

  private List<RecordAnswer> walk(ContextQuery query, int most, Side side) {
    Portions.Source source =
        (last, limit) -> side.of(query.tenantId(), last == null ? query.id() : last.id(), limit);
    return new Portions(most, source).collect(most, extent::of);
  }

  private List<StoredRecord> before(String tenantId, RecordId id, int most) {
    List<StoredRecord> around = reader.apply(new ContextQuery(tenantId, id, most, 0));
    return around.subList(0, placeOf(id, around)).reversed();
  }

  private List<StoredRecord> after(String tenantId, RecordId id, int most) {
    List<StoredRecord> around = reader.apply(new ContextQuery(tenantId, id, 0, most));
    return around.subList(placeOf(id, around) + 1, around.size());
  }

  private static int placeOf(RecordId id, List<StoredRecord> records) {
    for (int i = 0; i < records.size(); i++) {
      if (records.get(i).id().equals(id)) {
        return i;
      }
    }
    throw Records.notFound(id);
  }

  private List<RecordAnswer> answers(List<StoredRecord> records) {
    return records.stream().map(extent::of).toList();
  }
}
