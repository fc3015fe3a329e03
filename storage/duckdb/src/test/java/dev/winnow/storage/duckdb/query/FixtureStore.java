package dev.winnow.storage.duckdb.query;

import dev.winnow.storage.Batch;
import dev.winnow.storage.Commit;
import dev.winnow.storage.LedgerStore;
import dev.winnow.storage.LogReader;
import dev.winnow.storage.LogStore;
import dev.winnow.storage.LogWriter;
import dev.winnow.storage.SegmentStore;
import dev.winnow.storage.StorageCapabilities;
import dev.winnow.storage.TemplateStore;
import dev.winnow.storage.testkit.InMemoryLogStore;
import java.time.Duration;
import java.time.InstantSource;

/** A store in memory whose reader asks parts of DuckDB that were given the same batches. */
final class FixtureStore implements LogStore, LogWriter {
  private static final Limits LIMITS = new Limits(2, Duration.ofSeconds(60));

  private final InMemoryLogStore reference;
  private final FixtureParts parts = new FixtureParts();
  private final DuckDbLogReader reader;

  FixtureStore(InstantSource clock) {
    reference = new InMemoryLogStore(clock, 1_000_000);
    reader = new DuckDbLogReader(parts.database(), parts, reference.templates(), LIMITS);
  }

  InMemoryLogStore reference() {
    return reference;
  }

  FixtureParts parts() {
    return parts;
  }

  @Override
  public Commit append(Batch batch) {
    Commit commit = reference.append(batch);
    if (!commit.isDuplicate()) {
      parts.append(batch, commit.sequence());
    }
    return commit;
  }

  @Override
  public StorageCapabilities capabilities() {
    return reference.capabilities();
  }

  @Override
  public LogWriter writer() {
    return this;
  }

  @Override
  public LogReader reader() {
    return reader;
  }

  @Override
  public TemplateStore templates() {
    return reference.templates();
  }

  @Override
  public LedgerStore ledger() {
    return reference.ledger();
  }

  @Override
  public SegmentStore segmentStore() {
    return reference;
  }

  @Override
  public void check() {
    reference.check();
  }

  @Override
  public void close() {
    reader.close();
    parts.close();
  }
}
