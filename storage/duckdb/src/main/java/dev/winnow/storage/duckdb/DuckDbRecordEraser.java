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
import dev.winnow.storage.duckdb.part.Parts;
import dev.winnow.storage.duckdb.query.DuckDbLogReader;
import dev.winnow.storage.duckdb.query.ErasureScan;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.duckdb.DuckDBConnection;

/** Erases records from the parts, one after the other, and then from the log. */
final class DuckDbRecordEraser implements RecordEraser {
  /*
   * Tables are only ever added to, and a deleted row would stay in its file for long. So a part
   * that has a record to be erased is sealed and rewritten without it, as all sealed parts are
   * rewritten once. What the new file lacks is compared like what it has.
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
  private final TemplateStore templates;
  private final DuckDbLogReader reader;

  DuckDbRecordEraser(
      Supplier<Lease> acknowledged,
      Engine engine,
      Parts parts,
      Loader loader,
      Packing packing,
      DuckDbLogWriter writer,
      TemplateStore templates,
      DuckDbLogReader reader) {
    this.acknowledged = acknowledged;
    this.engine = engine;
    this.parts = parts;
    this.loader = loader;
    this.packing = packing;
    this.writer = writer;
    this.templates = templates;
    this.reader = reader;
  }

  @Override
  public List<Count> preview(Erasure erasure) {
    return reader.preview(erasure);
  }

  @Override
  public void erase(Erasure erasure, LongConsumer found) {
    erase(erasure, found, () -> {});
  }

  /**
   * Does the same, and runs something before each step of it, also before what was rewritten is put
   * in its place.
   */
  void erase(Erasure erasure, LongConsumer found, Runnable step) {
    ErasureScan scan = new ErasureScan(erasure, templates);
    Map<Part, Long> affected = affected(scan);
    found.accept(affected.values().stream().mapToLong(Long::longValue).sum());
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

  /** The parts that have some of the records, and how many, with all that was acknowledged. */
  private Map<Part, Long> affected(ErasureScan scan) {
    acknowledged.get().close();
    Map<Part, Long> affected = new LinkedHashMap<>();
    for (Part part : parts.all()) {
      packing.demandOpen();
      long records = count(part, scan);
      if (records > 0) {
        affected.put(part, records);
      }
    }
    return affected;
  }

  private long count(Part part, ErasureScan scan) {
    engine.beginWork();
    try (Lease lease = parts.lease(part);
        DuckDBConnection connection = engine.connect()) {
      return lease.parts().stream().mapToLong(view -> scan.count(view, connection)).sum();
    } catch (SQLException failed) {
      throw Engine.unavailable("DuckDB does not close a connection", failed);
    } finally {
      engine.endWork();
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
