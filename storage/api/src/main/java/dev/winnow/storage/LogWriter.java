package dev.winnow.storage;

/** Takes batches in. Safe for use by many threads, whose batches may share one commit. */
public interface LogWriter {
  /**
   * Appends a batch. Returns only when every record is durable; whoever asks a {@link LogReader}
   * afterwards finds it.
   *
   * <p>A batch whose id is already stored has no effect, so a caller may repeat one after a
   * transient failure. A store remembers the ids of the last 100 000 batches at least; one that
   * comes again after so many others may be stored twice. After a failure, nothing of the batch is
   * stored, unless the process ended in between: then all of it may be, or nothing. An empty batch
   * is allowed; its ledger counts.
   *
   * @throws dev.winnow.kernel.WinnowException {@code storage_overloaded} or {@code
   *     storage_unavailable} if it may succeed later
   */
  Commit append(Batch batch);
}
