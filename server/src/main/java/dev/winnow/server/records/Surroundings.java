package dev.winnow.server.records;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.storage.ContextQuery;
import dev.winnow.storage.RecordId;
import dev.winnow.storage.StoredRecord;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads what happened around a record, in steps where it is too large to be read at once. */
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
    List<StoredRecord> around = read(query);
    if (around == null) {
      return inSteps(query);
    }
    int own = placeOf(query.id(), around);
    return new RecordContext(
        answers(around.subList(0, own)),
        extent.of(around.get(own)),
        answers(around.subList(own + 1, around.size())));
  }

  private RecordContext inSteps(ContextQuery query) {
    ContextQuery alone = new ContextQuery(query.tenantId(), query.id(), 0, 0);
    List<StoredRecord> own = reader.apply(alone);
    RecordAnswer answer = extent.of(own.get(placeOf(query.id(), own)));
    List<RecordAnswer> before = walk(query, query.before(), true);
    Collections.reverse(before);
    return new RecordContext(before, answer, walk(query, query.after(), false));
  }

  /** The records on one side, the nearest first. */
  private List<RecordAnswer> walk(ContextQuery query, int most, boolean isBefore) {
    List<RecordAnswer> found = new ArrayList<>();
    RecordId from = query.id();
    int step = most;
    for (int asked = 0; asked < RecordPieces.MOST_PIECES && found.size() < most; asked++) {
      int wanted = Math.min(step, most - found.size());
      List<StoredRecord> next = side(query.tenantId(), from, wanted, isBefore);
      if (next == null) {
        step = Math.max(1, wanted / RecordPieces.FEWER);
        continue;
      }
      next.forEach(stored -> found.add(extent.of(stored)));
      if (next.size() < wanted) {
        break;
      }
      from = next.getLast().id();
    }
    return found;
  }

  /** The nearest records on one side of another, the nearest first; null if they are too large. */
  private @Nullable List<StoredRecord> side(
      String tenantId, RecordId from, int most, boolean isBefore) {
    List<StoredRecord> around =
        read(new ContextQuery(tenantId, from, isBefore ? most : 0, isBefore ? 0 : most));
    if (around == null) {
      return null;
    }
    int own = placeOf(from, around);
    return isBefore ? around.subList(0, own).reversed() : around.subList(own + 1, around.size());
  }

  private @Nullable List<StoredRecord> read(ContextQuery query) {
    try {
      return reader.apply(query);
    } catch (WinnowException refusal) {
      boolean isLeast = query.before() + query.after() <= 1;
      if (!extent.isBrief() || refusal.code() != ErrorCode.ANSWER_TOO_LARGE || isLeast) {
        throw refusal;
      }
      return null;
    }
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
