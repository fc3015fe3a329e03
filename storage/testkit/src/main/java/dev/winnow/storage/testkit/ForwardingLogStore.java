package dev.winnow.storage.testkit;

import dev.winnow.storage.CommitSignal;
import dev.winnow.storage.LedgerStore;
import dev.winnow.storage.LogReader;
import dev.winnow.storage.LogStore;
import dev.winnow.storage.LogWriter;
import dev.winnow.storage.RecordEraser;
import dev.winnow.storage.SegmentStore;
import dev.winnow.storage.StorageCapabilities;
import dev.winnow.storage.TemplateStore;

/** A store that has another one do everything. Those that do something themselves extend it. */
public class ForwardingLogStore implements LogStore {
  private final LogStore store;

  public ForwardingLogStore(LogStore store) {
    this.store = store;
  }

  @Override
  public StorageCapabilities capabilities() {
    return store.capabilities();
  }

  @Override
  public LogWriter writer() {
    return store.writer();
  }

  @Override
  public LogReader reader() {
    return store.reader();
  }

  @Override
  public TemplateStore templates() {
    return store.templates();
  }

  @Override
  public LedgerStore ledger() {
    return store.ledger();
  }

  @Override
  public SegmentStore segmentStore() {
    return store.segmentStore();
  }

  @Override
  public RecordEraser recordEraser() {
    return store.recordEraser();
  }

  @Override
  public CommitSignal commitSignal() {
    return store.commitSignal();
  }

  @Override
  public void check() {
    store.check();
  }

  @Override
  public void close() {
    store.close();
  }
}
