package dev.winnow.pipeline;

import dev.winnow.storage.Batch;
import dev.winnow.storage.Commit;
import dev.winnow.storage.LedgerStore;
import dev.winnow.storage.LogReader;
import dev.winnow.storage.LogStore;
import dev.winnow.storage.LogWriter;
import dev.winnow.storage.SegmentStore;
import dev.winnow.storage.StorageCapabilities;
import dev.winnow.storage.TemplateStore;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A store that fails when it is told to, and remembers what it was given. */
final class UnreliableStore implements LogStore {
  private final LogStore store;
  private final List<Batch> batches = new CopyOnWriteArrayList<>();
  private volatile Consumer<Batch> before = batch -> {};

  UnreliableStore(LogStore store) {
    this.store = store;
  }

  /** Does something before each batch is appended, such as to fail. */
  void before(Consumer<Batch> action) {
    before = action;
  }

  /** The batches that were given to it, failed ones included. */
  List<Batch> batches() {
    return batches;
  }

  private Commit append(Batch batch) {
    batches.add(batch);
    before.accept(batch);
    return store.writer().append(batch);
  }

  @Override
  public LogWriter writer() {
    return this::append;
  }

  @Override
  public StorageCapabilities capabilities() {
    return store.capabilities();
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
  public void check() {
    store.check();
  }

  @Override
  public void close() {
    store.close();
  }
}
