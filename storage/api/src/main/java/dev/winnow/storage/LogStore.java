package dev.winnow.storage;

/** A store of records: what an engine offers, as ports with one purpose each. */
public interface LogStore extends AutoCloseable {
  StorageCapabilities capabilities();

  LogWriter writer();

  LogReader reader();

  TemplateStore templates();

  LedgerStore ledger();

  SegmentStore segmentStore();

  RecordEraser recordEraser();

  CommitSignal commitSignal();

  /**
   * Makes sure that the store could take a batch now.
   *
   * @throws dev.winnow.kernel.WinnowException if it could not; says why
   */
  void check();

  /** Refuses new batches, makes sure that all others are found at the next start, and ends. */
  @Override
  void close();
}
