package dev.winnow.server.live;

import dev.winnow.server.records.RecordExtent;
import dev.winnow.storage.RecordId;
import dev.winnow.storage.Selection;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to watch.
 *
 * @param selection the records
 * @param extent how much of each record is wanted
 * @param after the place behind which to begin; null for what comes from now on
 * @param admission fails once whoever asked may not see it any more
 */
public record TailRequest(
    Selection selection, RecordExtent extent, @Nullable RecordId after, Runnable admission) {
  String tenantId() {
    return selection.tenantId();
  }
}
