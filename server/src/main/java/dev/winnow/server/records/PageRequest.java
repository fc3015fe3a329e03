package dev.winnow.server.records;

import dev.winnow.storage.RecordQuery;
import dev.winnow.storage.Selection;

/**
 * A question for a page of records.
 *
 * @param isCountWanted whether records may be read only to be counted
 * @param extent how much of each record is wanted
 */
public record PageRequest(
    Selection selection,
    RecordQuery.Order order,
    PagePlace place,
    int limit,
    boolean isCountWanted,
    RecordExtent extent) {
  public static final int DEFAULT_LIMIT = 100;
}
