package dev.winnow.storage.duckdb;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.storage.Count;
import dev.winnow.storage.Erasure;
import dev.winnow.storage.RecordEraser;
import dev.winnow.storage.TemplateStore;
import dev.winnow.storage.duckdb.part.Engine;
import dev.winnow.storage.duckdb.part.Lease;
import dev.winnow.storage.duckdb.part.Part;
import dev.winnow.storage.duckdb.part.PartView;
import dev.winnow.storage.duckdb.part.Parts;
import dev.winnow.storage.duckdb.query.DuckDbLogReader;
import dev.winnow.storage.duckdb.query.ErasureScan;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.duckdb.DuckDBConnection;

/** Erases records from the parts, one after the other, and then from the log. */
final class DuckDbRecordEraser implements RecordEraser {
  /*
   * Tables are only ever added to, and a deleted row would stay in its file for long. So a part
   * that has a record to be erased is sealed and rewritten without it, as all sealed parts are
   * rewritten once. What the new file lacks is compared like what it has.
   *
   * Which texts of templates go with the records can only be told while all of these are there. So
   * they go first: the catalogue is made durable before any part is replaced.
   *
   * A part may be dropped meanwhile, or attached anew and filled from the log. Therefore all parts
   * are looked at again until none has such a record. Only then the log is begun anew, so that the
   * files with these records go; and last, nothing reads the former parts any more.
   */
  private static final Duration LOOK = Duration.ofSeconds(1);

  private final Supplier<Lease> acknowledged;
  private final Engine engine;
  private final Parts parts;
  private final Loader loader;
  private final Packing packing;
  private final DuckDbLogWriter writer;
  private final Catalogue catalogue;
  private final TemplateStore templates;
  private final DuckDbLogReader reader;

  DuckDbRecordEraser(
      Supplier<Lease> acknowledged,
      Engine engine,
      Parts parts,
      Loader loader,
      Packing packing,
      DuckDbLogWriter writer,
      Catalogue catalogue,
      TemplateStore templates,
      DuckDbLogReader reader) {
    this.acknowledged = acknowledged;
    this.engine = engine;
    this.parts = parts;
    this.loader = loader;
    this.packing = packing;
    this.writer = writer;
    this.catalogue = catalogue;
    this.templates = templates;
    this.reader = reader;
  }

  @Override
  public List<Count> preview(Erasure erasure) {
    return reader.preview(erasure);
  }

  @Override
  public void erase(Erasure erasure, Consumer<Found> found) {
    erase(erasure, found, () -> {});
  }

  /**
   * Does the same, and runs something before each step of it, also before what was rewritten is put
   * in its place.
   */
  void erase(Erasure erasure, Consumer<Found> found, Runnable step) {
    ErasureScan scan = new ErasureScan(erasure, templates);
    Map<Part, Map<Long, Long>> affected = affected(scan);
    Map<Long, Long> counted = counted(scan);
    Found first = found(sum(affected.values()), counted);
    found.accept(first);
    counted.keySet().removeAll(first.lastOf());
    catalogue.forgetTexts(erasure.selection().tenantId(), first.lastOf(), counted.keySet());
    while (!affected.isEmpty()) {
      affected.keySet().forEach(part -> eraseFrom(part, scan, step));
      affected = affected(scan);
    }
    step.run();
    writer.beginLogSegment();
    loader.call(Loading::checkpoint);
    step.run();
    awaitDeletion();
  }

  private static Map<Long, Long> sum(Collection<Map<Long, Long>> byTemplate) {
    Map<Long, Long> sums = new HashMap<>();
    byTemplate.forEach(
        each -> each.forEach((templateId, records) -> sums.merge(templateId, records, Long::sum)));
    return sums;
  }

  /** What there is, of all that is counted. */
  private static Found found(Map<Long, Long> records, Map<Long, Long> counted) {
    Set<Long> lastOf = new HashSet<>(records.keySet());
    lastOf.removeIf(id -> counted.getOrDefault(id, 0L) > records.getOrDefault(id, 0L));
    return new Found(records.values().stream().mapToLong(Long::longValue).sum(), lastOf);
  }

  /**
   * The parts that have some of the records, and how many of each template, with all that was
   * acknowledged.
   */
  private Map<Part, Map<Long, Long>> affected(ErasureScan scan) {
    Map<Part, Map<Long, Long>> affected = new LinkedHashMap<>();
    forEachPart((part, view, connection) -> {
      Map<Long, Long> records = scan.count(view, connection);
      if (!records.isEmpty()) {
        affected.put(part, records);
      }
    });
    return affected;
  }

  private Map<Long, Long> counted(ErasureScan scan) {
    List<Map<Long, Long>> counted = new ArrayList<>();
    forEachPart((part, view, connection) -> counted.add(scan.counted(view, connection)));
    return sum(counted);
  }

  /** What is done with a part that is not dropped meanwhile. */
  private interface Look {
    void at(Part part, PartView view, DuckDBConnection connection);
  }

  private void forEachPart(Look look) {
    acknowledged.get().close();
    for (Part part : parts.all()) {
      packing.demandOpen();
      engine.beginWork();
      try (Lease lease = parts.lease(part);
          DuckDBConnection connection = engine.connect()) {
        lease.parts().forEach(view -> look.at(part, view, connection));
      } catch (SQLException failed) {
        throw Engine.unavailable("DuckDB does not close a connection", failed);
      } finally {
        engine.endWork();
      }
    }
  }

  private void eraseFrom(Part part, ErasureScan scan, Runnable step) {
    if (!part.isSealed()) {
      loader.call(all -> all.seal(part.partition()));
    }
    try {
      // One that is not sealed was attached anew, and is looked at again as another.
      if (part.isSealed()) {
        packing.erase(part, scan, step);
      }
    } catch (WinnowException failed) {
      if (parts.isInForce(part)) {
        throw failed;
      }
      // It was dropped meanwhile, with all that it had.
    }
  }

  /** Waits until no question reads the former files, and the disk is free of them. */
  private void awaitDeletion() {
    try {
      while (!parts.awaitDeletion(LOOK)) {
        packing.demandOpen();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new WinnowException(ErrorCode.STORAGE_UNAVAILABLE, "interrupted", interrupted);
    }
  }
}
