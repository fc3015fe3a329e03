package dev.winnow.storage.duckdb;

import dev.winnow.storage.CommitSignal;
import dev.winnow.storage.LedgerDelta;
import dev.winnow.storage.LedgerEntry;
import dev.winnow.storage.LedgerStore;
import dev.winnow.storage.StoredTemplate;
import dev.winnow.storage.duckdb.block.BinaryReader;
import dev.winnow.storage.duckdb.block.BinaryWriter;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * What a store knows beside its records: templates, the ledger, and the identities of batches. It
 * is in memory; what survives is a copy from time to time, and the log since then. Thread-safe.
 */
final class Catalogue implements LedgerStore, CommitSignal {
  private static final int FORMAT = 2;

  private final KnownTemplates templates = new KnownTemplates();
  private final LedgerSums ledger = new LedgerSums();
  private final LedgerSums unlogged = new LedgerSums();
  private final StoredBatches batches = new StoredBatches();
  private long sequence;
  private long loaded;
  private Map<String, Long> parts = Map.of();

  /** The last commit that is part of this. */
  synchronized long sequence() {
    return sequence;
  }

  /** The last commit that had been in the parts for good when the copy was made. */
  synchronized long loaded() {
    return loaded;
  }

  /** The files of parts that were there when the copy was made, with their numbers of records. */
  synchronized Map<String, Long> parts() {
    return parts;
  }

  /** Adds what a batch brings, unless it is part of this already. */
  synchronized void apply(CommittedBatch batch) {
    if (batch.sequence() <= sequence) {
      return;
    }
    sequence = batch.sequence();
    templates.learn(batch.tenantId(), batch.templates(), batch.committedAt());
    templates.meet(batch.tenantId(), batch.counts());
    ledger.add(batch.tenantId(), batch.ledger());
    if (!batch.id().isEmpty()) {
      batches.add(StoredBatches.key(batch.tenantId(), batch.id()), sequence);
    }
    notifyAll();
  }

  @Override
  public synchronized long await(long after, Duration most) throws InterruptedException {
    long deadline = System.nanoTime() + most.toNanos();
    for (long left = most.toNanos();
        sequence <= after && left > 0;
        left = deadline - System.nanoTime()) {
      TimeUnit.NANOSECONDS.timedWait(this, left);
    }
    return sequence;
  }

  @Override
  public long last() {
    return sequence();
  }

  /** The commit of a batch that is remembered. */
  synchronized OptionalLong sequence(String batchKey) {
    return batches.sequence(batchKey);
  }

  @Override
  public synchronized void add(String tenantId, List<LedgerDelta> deltas) {
    unlogged.add(tenantId, deltas);
  }

  /** What was added to the ledger and is not in the log. */
  synchronized List<LedgerEntry> unlogged() {
    return unlogged.entries();
  }

  /** Adds a batch that holds exactly some of what was {@linkplain #unlogged not in the log}. */
  synchronized void applyLogged(CommittedBatch batch) {
    apply(batch);
    unlogged.add(
        batch.tenantId(),
        batch.ledger().stream()
            .map(delta ->
                new LedgerDelta(
                    delta.receiver(), delta.serviceName(), delta.reason(), -delta.records()))
            .toList());
  }

  @Override
  public List<LedgerEntry> entries(String tenantId) {
    return entries().stream().filter(entry -> entry.tenantId().equals(tenantId)).toList();
  }

  @Override
  public synchronized List<LedgerEntry> entries() {
    LedgerSums all = new LedgerSums();
    ledger.entries().forEach(all::add);
    unlogged.entries().forEach(all::add);
    return all.entries();
  }

  synchronized Optional<StoredTemplate> template(String tenantId, long templateId) {
    return Optional.ofNullable(templates.of(tenantId).get(templateId));
  }

  synchronized Collection<StoredTemplate> templates(String tenantId) {
    return List.copyOf(templates.of(tenantId).values());
  }

  /** See {@link KnownTemplates#forgetTexts}; gone for good with the next copy. */
  synchronized void forgetTexts(String tenantId, Set<Long> ids, Set<Long> counted) {
    templates.forgetTexts(tenantId, ids, counted);
  }

  /** How many templates were forgotten for others since the start. */
  synchronized long forgottenTemplates() {
    return templates.forgotten();
  }

  synchronized long resolve(String tenantId, long templateId) {
    return templates.resolve(tenantId, templateId);
  }

  /**
   * The bytes of a copy.
   *
   * @param nowLoaded the last commit that is in the parts for good
   * @param nowParts the files of these parts, with their numbers of records
   */
  synchronized byte[] copy(long nowLoaded, Map<String, Long> nowParts) {
    loaded = nowLoaded;
    parts = nowParts;
    BinaryWriter out = new BinaryWriter(1 << 16);
    out.putByte(FORMAT);
    out.putLong(sequence);
    out.putLong(loaded);
    encode(parts, out);
    out.putInt(templates.size());
    templates.forEach((tenantId, template) -> {
      out.putText(tenantId);
      encode(template, out);
    });
    List<LedgerEntry> entries = ledger.entries();
    out.putInt(entries.size());
    entries.forEach(entry -> encode(entry, out));
    encode(batches.sequences(), out);
    return out.toByteArray();
  }

  private static void encode(Map<String, Long> numbers, BinaryWriter out) {
    out.putInt(numbers.size());
    numbers.forEach((name, number) -> {
      out.putText(name);
      out.putLong(number);
    });
  }

  private static void encode(StoredTemplate template, BinaryWriter out) {
    out.putLong(template.templateId());
    out.putText(template.text());
    out.putLong(template.firstSeen());
    out.putLong(template.mergedInto());
    out.putLong(template.mergedAt());
  }

  private static void encode(LedgerEntry entry, BinaryWriter out) {
    out.putText(entry.tenantId());
    out.putText(entry.receiver());
    out.putText(entry.serviceName());
    out.putText(entry.reason().label());
    out.putLong(entry.records());
  }

  /** The catalogue that a {@linkplain #copy copy} was made of. */
  static Catalogue of(byte[] copy) {
    BinaryReader in = new BinaryReader(copy);
    StoredFormat.demand("the catalogue", in.takeByte(), FORMAT);
    Catalogue catalogue = new Catalogue();
    catalogue.read(in);
    return catalogue;
  }

  private synchronized void read(BinaryReader in) {
    sequence = in.takeLong();
    loaded = in.takeLong();
    Map<String, Long> files = new LinkedHashMap<>();
    for (int left = in.takeInt(); left > 0; left--) {
      files.put(in.takeText(), in.takeLong());
    }
    parts = files;
    for (int left = in.takeInt(); left > 0; left--) {
      templates.put(in.takeText(), template(in));
    }
    for (int left = in.takeInt(); left > 0; left--) {
      ledger.add(
          new LedgerEntry(
              in.takeText(),
              in.takeText(),
              in.takeText(),
              CommittedBatch.reason(in.takeText()),
              in.takeLong()));
    }
    for (int left = in.takeInt(); left > 0; left--) {
      batches.add(in.takeText(), in.takeLong());
    }
  }

  private static StoredTemplate template(BinaryReader in) {
    return new StoredTemplate(
        in.takeLong(), in.takeText(), in.takeLong(), in.takeLong(), in.takeLong());
  }
}
