package dev.winnow.storage.duckdb;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.storage.CommitSignal;
import dev.winnow.storage.LedgerStore;
import dev.winnow.storage.LogReader;
import dev.winnow.storage.LogStore;
import dev.winnow.storage.LogWriter;
import dev.winnow.storage.RecordEraser;
import dev.winnow.storage.Segment;
import dev.winnow.storage.SegmentStore;
import dev.winnow.storage.SnapshotStore;
import dev.winnow.storage.StorageCapabilities;
import dev.winnow.storage.TemplateStore;
import dev.winnow.storage.duckdb.disk.DurableFile;
import dev.winnow.storage.duckdb.log.WriteAheadLog;
import dev.winnow.storage.duckdb.pack.Packer;
import dev.winnow.storage.duckdb.part.Engine;
import dev.winnow.storage.duckdb.part.Lease;
import dev.winnow.storage.duckdb.part.Parts;
import dev.winnow.storage.duckdb.query.DuckDbLogReader;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A store in a directory, which is its own. */
public final class DuckDbLogStore implements LogStore {
  private static final int LOG_SEGMENT_BYTES = 64 << 20;

  private final Opened opened;
  private final Catalogue catalogue;
  private final Engine engine;
  private final Parts parts;
  private final WriteAheadLog log;
  private final Loader loader;
  private final Packing packing;
  private final DuckDbLogWriter writer;
  private final DuckDbTemplates templates;
  private final DuckDbLogReader reader;
  private final DuckDbRecordEraser eraser;
  private final DuckDbSnapshots snapshots;

  private volatile boolean isClosed;

  private DuckDbLogStore(
      Path directory, InstantSource clock, StoreSettings settings, Opened opened) {
    this.opened = opened;
    DurableFile catalogueFile = new DurableFile(directory, "catalogue");
    catalogue = catalogueFile.read().map(Catalogue::of).orElseGet(Catalogue::new);
    engine =
        opened.add(
            Engine.start(
                settings.memoryBytes(), settings.threads(), directory.resolve("temporary")),
            Engine::close);
    parts = opened.add(Parts.open(directory.resolve("records"), engine), Parts::close);
    log =
        opened.add(
            WriteAheadLog.open(
                directory.resolve("log"),
                catalogue.sequence() + 1,
                LOG_SEGMENT_BYTES,
                new SecureRandom()),
            WriteAheadLog::close);
    Shares shares = new Shares(settings.waitingBytes());
    Loading loading =
        new Loading(
            parts,
            new LoadedLog(log, catalogue, catalogueFile, parts),
            clock,
            catalogue.loaded(),
            settings.checkpointBytes(),
            shares);
    loader = new Loader(loading, shares, this::tick);
    packing = new Packing(engine, parts, loader);
    writer = new DuckDbLogWriter(log, catalogue, loader, clock);
    templates = new DuckDbTemplates(catalogue, directory.resolve("knowledge"));
    reader =
        opened.add(
            new DuckDbLogReader(engine, this::lease, templates, settings.queries()),
            DuckDbLogReader::close);
    eraser =
        new DuckDbRecordEraser(
            this::lease, engine, parts, loader, packing, writer, catalogue, templates, reader);
    snapshots = new DuckDbSnapshots(directory, parts, log, loader);
  }

  /**
   * Opens the store of a directory, which is made if it is missing, and applies what the log holds
   * beyond what the parts do. Where the disk is too full for that, the store opens all the same,
   * {@linkplain #check says so}, and applies it once there is room. After any other failure nothing
   * of it stays open.
   *
   * @throws WinnowException {@code storage_corrupt} if a file is missing or not as it was written;
   *     names it, and says what can be done
   */
  public static DuckDbLogStore open(Path directory, InstantSource clock, StoreSettings settings) {
    Opened opened = new Opened();
    try {
      DuckDbLogStore store = new DuckDbLogStore(directory, clock, settings, opened);
      store.replay();
      return store;
    } catch (RuntimeException failed) {
      opened.closeAfter(failed);
      throw failed;
    }
  }

  private void replay() {
    parts.demand(catalogue.parts());
    long loaded = catalogue.loaded();
    log.replay(
        Math.min(loaded, catalogue.sequence()) + 1,
        (sequence, payload) -> {
          CommittedBatch batch = CommittedBatch.decode(sequence, payload);
          catalogue.apply(batch);
          if (sequence > loaded) {
            loader.replay(batch);
          }
        });
    demandLogOfParts();
    loader.start(catalogue.sequence());
    opened.add(loader, Loader::close);
    opened.add(packing, Packing::close).start();
  }

  /** New batches would have numbers that the parts take for those of batches they have already. */
  private void demandLogOfParts() {
    if (parts.lastSequence() > catalogue.sequence()) {
      throw new WinnowException(
          ErrorCode.STORAGE_CORRUPT,
          "the parts have commit %d, but the log and the catalogue end with %d"
              .formatted(parts.lastSequence(), catalogue.sequence()));
    }
  }

  private void tick() {
    writer.commitLedger();
  }

  private final class Segments implements SegmentStore {
    @Override
    public List<Segment> segments() {
      List<Segment> segments = new ArrayList<>();
      loader.callAtOnce(_ -> {
        loader.settle();
        segments.addAll(parts.segments());
      });
      return segments;
    }

    /**
     * The log forgets what it has of the part first, so that it does not come back. Where it has
     * nothing of it, this needs no room on the disk, as it is what makes room.
     */
    @Override
    public void drop(String segmentName) {
      loader.callAtOnce(all -> {
        if (parts.hasAfter(all.durable(), segmentName)) {
          all.checkpoint();
        }
        parts.drop(segmentName);
      });
    }
  }

  @Override
  public StorageCapabilities capabilities() {
    return new StorageCapabilities(true);
  }

  @Override
  public LogWriter writer() {
    return writer;
  }

  @Override
  public LogReader reader() {
    return reader;
  }

  @Override
  public TemplateStore templates() {
    return templates;
  }

  @Override
  public LedgerStore ledger() {
    return catalogue;
  }

  @Override
  public SegmentStore segmentStore() {
    return new Segments();
  }

  @Override
  public RecordEraser recordEraser() {
    return eraser;
  }

  @Override
  public CommitSignal commitSignal() {
    return catalogue;
  }

  /** What gives out the files of the store. */
  public SnapshotStore snapshots() {
    return snapshots;
  }

  /** The parts with everything that was acknowledged before. */
  Lease lease() {
    long sequence = catalogue.sequence();
    loader.awaitVisible(sequence);
    Lease lease = parts.lease(part -> true);
    while (!loader.isVisible(sequence)) {
      // A part was attached anew in the meantime, without what it had since the last checkpoint.
      lease.close();
      loader.awaitVisible(sequence);
      lease = parts.lease(part -> true);
    }
    return lease;
  }

  Engine engine() {
    return engine;
  }

  /** Takes nothing more into the parts that are there, and rewrites them to be small, at once. */
  public void pack() {
    pack(Packer.ROW_GROUP_SIZE);
  }

  void pack(int sliceRecords) {
    loader.call(Loading::sealAll);
    packing.packAll(sliceRecords);
  }

  @Override
  public void check() {
    if (isClosed) {
      throw new WinnowException(ErrorCode.STORAGE_UNAVAILABLE, "the store is closed");
    }
    log.check();
    @Nullable WinnowException failure = loader.failure();
    if (failure != null) {
      throw failure;
    }
    parts.check();
  }

  @Override
  public void close() {
    if (isClosed) {
      return;
    }
    isClosed = true;
    opened.close();
  }
}
