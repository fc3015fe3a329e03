package dev.winnow.bench;

import dev.winnow.storage.Commit;
import dev.winnow.storage.CommitSignal;
import dev.winnow.storage.LedgerDelta;
import dev.winnow.storage.LedgerEntry;
import dev.winnow.storage.LedgerStore;
import dev.winnow.storage.LogReader;
import dev.winnow.storage.LogStore;
import dev.winnow.storage.LogWriter;
import dev.winnow.storage.RecordEraser;
import dev.winnow.storage.SegmentStore;
import dev.winnow.storage.StorageCapabilities;
import dev.winnow.storage.StoredTemplate;
import dev.winnow.storage.TemplateStore;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** A store that takes everything and keeps nothing, so that only what stands before it is timed. */
public final class ForgetfulStore implements LogStore, LedgerStore, TemplateStore {
  private static final Commit COMMIT = new Commit(1, false);

  @Override
  public LogWriter writer() {
    return batch -> COMMIT;
  }

  @Override
  public StorageCapabilities capabilities() {
    return StorageCapabilities.LEAST;
  }

  @Override
  public LogReader reader() {
    throw new UnsupportedOperationException("nothing is kept");
  }

  @Override
  public SegmentStore segmentStore() {
    throw new UnsupportedOperationException("nothing is kept");
  }

  @Override
  public RecordEraser recordEraser() {
    throw new UnsupportedOperationException("nothing is kept");
  }

  @Override
  public CommitSignal commitSignal() {
    throw new UnsupportedOperationException("nothing is kept");
  }

  @Override
  public TemplateStore templates() {
    return this;
  }

  @Override
  public LedgerStore ledger() {
    return this;
  }

  @Override
  public void add(String tenantId, List<LedgerDelta> deltas) {}

  @Override
  public List<LedgerEntry> entries(String tenantId) {
    return List.of();
  }

  @Override
  public List<LedgerEntry> entries() {
    return List.of();
  }

  @Override
  public Optional<StoredTemplate> template(String tenantId, long templateId) {
    return Optional.empty();
  }

  @Override
  public Collection<StoredTemplate> templates(String tenantId) {
    return List.of();
  }

  @Override
  public long resolve(String tenantId, long templateId) {
    return templateId;
  }

  @Override
  public Optional<String> knowledge(String tenantId) {
    return Optional.empty();
  }

  @Override
  public void saveKnowledge(String tenantId, String json) {}

  @Override
  public void check() {}

  @Override
  public void close() {}
}
