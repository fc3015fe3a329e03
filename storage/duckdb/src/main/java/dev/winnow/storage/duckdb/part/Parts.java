package dev.winnow.storage.duckdb.part;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.storage.Partition;
import dev.winnow.storage.Segment;
import dev.winnow.storage.duckdb.block.RowBlock;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.duckdb.DuckDBConnection;

/**
 * All parts of a store, attached to its engine. One thread changes them; any may take a {@link
 * Lease}. The last part of a partition takes rows in until it is sealed; then the next one is made.
 */
public final class Parts implements AutoCloseable {
  /** How many rows lie together; commits of multiples of it are written once and never moved. */
  public static final int ROW_GROUP_SIZE = Engine.ROW_GROUP_SIZE;

  private static final Logger LOGGER = System.getLogger(Parts.class.getName());

  private final Path directory;
  private final PartFiles files;
  private final Engine engine;
  private final DuckDBConnection connection;
  private final PartSet parts = new PartSet();
  private int attached;

  private Parts(Path directory, Engine engine) throws IOException {
    this.directory = directory;
    this.files = new PartFiles(directory);
    this.engine = engine;
    this.connection = engine.connect();
  }

  /** Attaches all parts below a directory. */
  public static Parts open(Path directory, Engine engine) {
    try {
      Parts parts = new Parts(directory, engine);
      parts.attachAll();
      return parts;
    } catch (IOException failed) {
      throw Engine.unavailable("the parts in " + directory + " cannot be read", failed);
    }
  }

  private void attachAll() throws IOException {
    try {
      for (PartFile file : files.find()) {
        attach(file);
        if (file.isPacked()) {
          files.deleteReplaced(file);
        }
      }
      sealAllButTheLast();
    } catch (WinnowException failed) {
      throw closed(failed);
    }
  }

  /** Closes what is open because of a failure, which stays the one to tell of. */
  private WinnowException closed(WinnowException failure) {
    try {
      close();
    } catch (WinnowException another) {
      failure.addSuppressed(another);
    }
    return failure;
  }

  /** A part that has a successor was sealed before that was made. */
  private void sealAllButTheLast() {
    Map<Partition, Part> last = new HashMap<>();
    for (Part part : parts.all()) {
      Part before = last.put(part.partition(), part);
      if (before != null) {
        seal(before);
      }
    }
  }

  private Part attach(PartFile file) {
    try {
      return put(file);
    } catch (SQLException failed) {
      throw new WinnowException(
          ErrorCode.STORAGE_CORRUPT,
          "part %s cannot be opened; %s".formatted(file.path(), PartFiles.remedy(file)),
          failed);
    }
  }

  private Part put(PartFile file) throws SQLException {
    Part part = Part.attach(file, nextAlias(), connection);
    parts.put(part);
    return part;
  }

  private String nextAlias() {
    attached++;
    return "part_" + attached;
  }

  /** The name of each part's file below the directory, and how many records it has. */
  public Map<String, Long> inventory() {
    return files.inventory(parts.all());
  }

  /**
   * Makes sure that all parts are there that were, except those that were dropped.
   *
   * @param before what the {@linkplain #inventory inventory} was
   * @throws WinnowException {@code storage_corrupt}; says what can be done
   */
  public void demand(Map<String, Long> before) {
    files.demand(before, parts.all());
  }

  /**
   * Makes sure that nobody deletes files of parts. What is deleted can be read and added to until
   * the store is closed, and is gone then.
   */
  public void check() {
    for (Part part : parts.all()) {
      // A part that was dropped in the meantime is not among them any more.
      if (!part.hasFile() && parts.all().contains(part)) {
        throw part.deleted();
      }
    }
  }

  /** Told that nobody {@linkplain #demand demands} any longer what was dropped so far. */
  public void forgetDropped() {
    deleteDropped();
    try {
      files.forgetDropped();
    } catch (IOException failed) {
      throw Engine.unavailable("marks of dropped parts cannot be deleted", failed);
    }
  }

  /** How far the log has been applied to a partition. */
  public Position position(Partition partition) {
    return ofPartition(partition)
        .map(Part::position)
        .max(Comparator.naturalOrder())
        .orElse(Position.START);
  }

  /** The last commit of which any part has something; 0 if there is none. */
  public long lastSequence() {
    return parts.all().stream().mapToLong(part -> part.position().sequence()).max().orElse(0);
  }

  /** Whether a part has something of a commit after one. */
  public boolean hasAfter(long sequence, String name) {
    return parts.all().stream()
        .filter(part -> part.file().name().equals(name))
        .anyMatch(part -> part.position().sequence() > sequence);
  }

  /** The part of a partition that takes rows in, if there is one. */
  public Optional<Part> open(Partition partition) {
    return ofPartition(partition).filter(part -> !part.isSealed()).reduce((first, last) -> last);
  }

  private Stream<Part> ofPartition(Partition partition) {
    return parts.all().stream().filter(part -> part.partition().equals(partition));
  }

  /** Makes the next part of a partition. */
  public Part add(Partition partition) {
    int last = Math.max(parts.lastNumber(partition), files.lastMarked(partition));
    PartFile file = new PartFile(directory, partition, last + 1, false);
    try {
      files.make(file, connection);
      return put(file);
    } catch (IOException | SQLException failed) {
      throw Engine.unavailable("part " + file.path() + " cannot be made", failed);
    }
  }

  /**
   * Adds rows and what they add to the counts, at once, and moves a part on to a position.
   *
   * @throws WinnowException {@code storage_unavailable}; nothing of it is there then, or the part
   *     {@linkplain #hasBroken is broken}
   */
  public void append(Part part, List<Rows> rows, RowBlock rollups, Position to) {
    engine.prepareToAppend();
    try {
      part.append(connection, rows, rollups, to);
    } catch (SQLException failed) {
      throw Engine.unavailable("rows cannot be added to part " + part.file().path(), failed);
    }
  }

  /**
   * The bytes of all texts of the records that came to an open part from one on, counted from 0.
   */
  public long textBytes(Part part, long from) {
    try {
      return part.textBytes(connection, from);
    } catch (SQLException failed) {
      throw Engine.unavailable("part " + part.file().path() + " cannot be read", failed);
    }
  }

  /** Takes nothing more into a part. */
  public void seal(Part part) {
    try {
      part.seal(connection);
    } catch (SQLException failed) {
      throw Engine.unavailable("part " + part.file().path() + " cannot be sealed", failed);
    }
  }

  /** Makes sure that all that was added survives the process. */
  public void checkpoint() {
    for (Part part : parts.all()) {
      try {
        part.checkpoint(connection);
      } catch (SQLException failed) {
        throw Engine.unavailable("part " + part.file().path() + " cannot be synced", failed);
      }
    }
  }

  /**
   * Whether a part that takes rows in has to be attached anew, as DuckDB gave it up, which it does
   * if a checkpoint fails, or as nobody knows whether its last rows are there.
   */
  public boolean hasBroken() {
    return unsealed().stream().anyMatch(part -> part.isToBeAttached(connection));
  }

  /** Attaches these parts anew; they are as they were at the last checkpoint. */
  public void reattachBroken() {
    for (Part part : unsealed()) {
      if (part.isToBeAttached(connection)) {
        reattach(part);
      }
    }
  }

  /** Fails as long as somebody still reads the part. */
  private void reattach(Part part) {
    try {
      part.detach(connection);
      put(part.file());
    } catch (SQLException failed) {
      throw Engine.unavailable("part " + part.file().path() + " cannot be attached anew", failed);
    }
  }

  /** Parts that are still open, the oldest first. */
  public List<Part> unsealed() {
    return parts.all().stream().filter(part -> !part.isSealed()).toList();
  }

  /** Sealed parts that were not rewritten yet, the oldest first. */
  public List<Part> unpacked() {
    return parts.all().stream().filter(part -> part.isSealed() && !part.isPacked()).toList();
  }

  /** Whether a part is one of these still, neither dropped nor replaced. */
  public boolean isInForce(Part part) {
    return parts.all().contains(part);
  }

  /** All parts, the oldest first. */
  public List<Part> all() {
    return parts.all();
  }

  /**
   * Told that a part is about to be replaced by one with fewer records, which is no loss. From the
   * next {@linkplain #inventory inventory} on, no more are demanded.
   */
  public void expect(Part part, long records) {
    part.expect(records);
  }

  /**
   * Puts a file that holds what is to stay of a sealed part in its place; the former file goes as
   * soon as no lease holds it. At no moment is there neither, or both. If the part is dropped
   * already, so is the file.
   *
   * @param fresh a complete file, {@linkplain Part#replacement where it is to be made}
   */
  public void replace(Part part, Path fresh) {
    try {
      if (!isInForce(part)) {
        Files.deleteIfExists(fresh);
        return;
      }
      PartFile file = part.file().packed();
      Part successor = Part.attach(file, fresh, nextAlias(), connection);
      putOrDetach(fresh, successor);
      parts.replace(part, successor);
      deleteDropped();
    } catch (IOException | SQLException failed) {
      throw Engine.unavailable("part " + part.file().path() + " cannot be replaced", failed);
    }
  }

  /** Lets go of a part whose file cannot get its name. */
  private void putOrDetach(Path fresh, Part successor) throws IOException, SQLException {
    try {
      files.put(fresh, successor.file());
    } catch (IOException failed) {
      successor.detach(connection);
      throw failed;
    }
  }

  /**
   * Waits until the disk is free of all parts that were dropped or replaced, for so long at most;
   * tells whether it is.
   */
  public boolean awaitDeletion(Duration most) throws InterruptedException {
    return parts.awaitDeletion(most);
  }

  /** What can be dropped by itself. */
  public List<Segment> segments() {
    return parts.all().stream().map(Part::segment).toList();
  }

  /** Holds the parts that a question is about. */
  public Lease lease(Predicate<PartView> wanted) {
    return new Lease(this, parts.hold(wanted));
  }

  /** Holds a part; the lease is empty if it was dropped. */
  public Lease lease(Part part) {
    return lease(view -> view.alias().equals(part.alias()));
  }

  void release(List<Part> held) {
    delete(parts.release(held));
  }

  /**
   * Drops a sealed part for good; the disk is freed of it as soon as no lease holds it. One that is
   * gone already is no failure.
   *
   * @throws IllegalArgumentException if the part is not sealed
   */
  public void drop(String name) {
    Optional<Part> part = parts.drop(name);
    try {
      if (part.isPresent()) {
        files.drop(part.get().file());
      }
    } catch (IOException failed) {
      throw Engine.unavailable("part " + name + " cannot be dropped", failed);
    }
    deleteDropped();
  }

  private void deleteDropped() {
    delete(parts.takeDropped());
  }

  /** What cannot be deleted fails nobody who reads, and is tried again at the next checkpoint. */
  private void delete(List<Part> dropped) {
    for (Part part : dropped) {
      try {
        delete(part);
        parts.forget(part);
      } catch (SQLException | IOException | RuntimeException failed) {
        parts.keep(part);
        LOGGER.log(Level.WARNING, part.file().path() + " cannot be deleted yet", failed);
      }
    }
  }

  /** On a connection of its own, as others but the thread that adds rows come here. */
  private void delete(Part part) throws SQLException, IOException {
    try (DuckDBConnection own = engine.connect()) {
      part.detach(own);
      if (part.isReplaced()) {
        files.deleteReplaced(part.file());
      } else {
        files.free(part.file());
      }
    }
  }

  /** Detaches all parts, which makes what was added survive; each even if another cannot be. */
  @Override
  public void close() {
    Exception failure = null;
    for (Part part : parts.all()) {
      try {
        part.close(connection);
      } catch (SQLException | WinnowException failed) {
        failure = failed;
      }
    }
    try {
      connection.close();
    } catch (SQLException failed) {
      failure = failed;
    }
    if (failure != null) {
      throw Engine.unavailable("the parts in " + directory + " cannot be closed", failure);
    }
  }
}
