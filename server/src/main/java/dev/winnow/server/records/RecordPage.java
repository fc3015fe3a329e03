package dev.winnow.server.records;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of records.
 *
 * @param total how many records are selected, on all pages; null if nobody asked for a count that
 *     would need reading
 * @param page the number of this page, from 1 on
 * @param limit how many records a page has at most
 * @param nextCursor what to give as {@code cursor} for the next page; null on the last
 */
public record RecordPage(
    List<RecordAnswer> logs,
    @Nullable Long total,
    int page,
    int limit,
    @Nullable String nextCursor) {}
