package dev.winnow.storage.duckdb.part;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.storage.Partition;
import dev.winnow.storage.Segment;
import dev.winnow.storage.duckdb.block.RowBlock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * All parts of a store, attached to its engine. One thread changes them; any may take a {@link
 * Lease}. The last part of a partition takes rows in until it is sealed; then the next one is made.
 */
public final class Parts implements AutoCloseable {
  /** How many rows lie together; commits of multiples of it are written once and never moved. */
  public static final int ROW_GROUP_SIZE = Engine.ROW_GROUP_SIZE;

  private static final Comparator<PartFile> OLDEST_FIRST =
      Comparator.comparing((PartFile file) -> file.partition().day())
          .thenComparing(file -> file.partition().retentionClass())
          .thenComparingInt(PartFile::number);

  private final Path directory;
  private final PartFiles files;
  private final Engine engine;
  private final DuckDBConnection connection;
  private final TreeMap<PartFile, Part> parts = new TreeMap<>(OLDEST_FIRST);

  /** The files of parts that were dropped or replaced, and that a lease may still hold. */
  private final Set<PartFile> dropped = new HashSet<>();

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
    for (Part part : all()) {
      Part before = last.put(part.partition(), part);
      if (before != null) {
        seal(before);
      }
    }
  }

  private Part attach(PartFile file) {
    try {
      Part part = Part.attach(file, "part_" + ++attached, connection);
      synchronized (parts) {
        parts.put(file, part);
      }
      return part;
    } catch (SQLException failed) {
      throw new WinnowException(
          ErrorCode.STORAGE_CORRUPT,
          "part %s cannot be opened; restore it from a backup, or move it away %s"
              .formatted(file.path(), withoutIt(file)),
          failed);
    }
  }

  private static String withoutIt(PartFile file) {
    return "and make an empty file " + file.mark() + ", to go on without its records";
  }

  /** The name of each part's file below the directory, and how many records it has. */
  public Map<String, Long> inventory() {
    return all().stream()
        .collect(
            Collectors.toMap(
                part -> directory.relativize(part.file().path()).toString(), Part::records));
  }

  /**
   * Makes sure that all parts are there that were, except those that were dropped.
   *
   * @param before what the {@linkplain #inventory inventory} was
   * @throws WinnowException {@code storage_corrupt}; says what can be done
   */
  public void demand(Map<String, Long> before) {
    Map<String, Long> found =
        all().stream().collect(Collectors.toMap(part -> part.file().name(), Part::records));
    before.forEach((name, records) -> {
      PartFile file = PartFile.of(directory, directory.resolve(name));
      if (file != null && !files.isDropped(file)) {
        demand(file, records, found.get(file.name()));
      }
    });
  }

  private static void demand(PartFile file, long before, @Nullable Long found) {
    if (found == null || found < before) {
      throw new WinnowException(
          ErrorCode.STORAGE_CORRUPT,
          "part %s %s; restore it from a backup, or move away what is left %s"
              .formatted(
                  file.path(),
                  found == null
                      ? "is missing, which had " + before + " records"
                      : "has " + found + " records, and had " + before,
                  withoutIt(file)));
    }
  }

  /**
   * Makes sure that nobody deletes files of parts. What is deleted can be read and added to until
   * the store is closed, and is gone then.
   */
  public void check() {
    for (Part part : all()) {
      // A part that was dropped in the meantime is not among them any more.
      if (!part.hasFile() && all().contains(part)) {
        throw part.deleted();
      }
    }
  }

  /** Told that nobody {@linkplain #demand demands} any longer what was dropped so far. */
  public void forgetDropped() {
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
    return all().stream().mapToLong(part -> part.position().sequence()).max().orElse(0);
  }

  /** Whether a part has something of a commit after one. */
  public boolean hasAfter(long sequence, String name) {
    return all().stream()
        .filter(part -> part.file().name().equals(name))
        .anyMatch(part -> part.position().sequence() > sequence);
  }

  /** The part of a partition that takes rows in, if there is one. */
  public Optional<Part> open(Partition partition) {
    return ofPartition(partition).filter(part -> !part.isSealed()).reduce((first, last) -> last);
  }

  private Stream<Part> ofPartition(Partition partition) {
    synchronized (parts) {
      return List.copyOf(parts.values()).stream()
          .filter(part -> part.file().partition().equals(partition));
    }
  }

  /** Makes the next part of a partition. */
  public Part add(Partition partition) {
    PartFile file = new PartFile(directory, partition, lastNumber(partition) + 1, false);
    try {
      files.make(file, connection);
      return attach(file);
    } catch (IOException | SQLException failed) {
      throw Engine.unavailable("part " + file.path() + " cannot be made", failed);
    }
  }

  /** The number of the last part, be it dropped or not as long as its file is there. */
  private int lastNumber(Partition partition) {
    synchronized (parts) {
      return Stream.concat(parts.keySet().stream(), dropped.stream())
          .filter(file -> file.partition().equals(partition))
          .mapToInt(PartFile::number)
          .max()
          .orElse(0);
    }
  }

  /**
   * Adds rows and what they add to the counts, at once, and moves a part on to a position.
   *
   * @throws WinnowException {@code storage_unavailable}; nothing of it is there then
   */
  public void append(Part part, List<Rows> rows, RowBlock rollups, Position to) {
    engine.prepareToAppend();
    try {
      part.append(connection, rows, rollups, to);
    } catch (SQLException failed) {
      throw Engine.unavailable("rows cannot be added to part " + part.file().path(), failed);
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
    for (Part part : all()) {
      try {
        part.checkpoint(connection);
      } catch (SQLException failed) {
        throw Engine.unavailable("part " + part.file().path() + " cannot be synced", failed);
      }
    }
  }

  /** Whether DuckDB gave up a part that takes rows in, which it does if a checkpoint fails. */
  public boolean hasBroken() {
    return unsealed().stream().anyMatch(part -> !part.answers(connection));
  }

  /** Attaches the parts anew that DuckDB gave up; they are as they were at the last checkpoint. */
  public void reattachBroken() {
    for (Part part : unsealed()) {
      if (!part.answers(connection)) {
        reattach(part);
      }
    }
  }

  /** Fails as long as somebody still reads the part. */
  private void reattach(Part part) {
    try {
      part.detach(connection);
      attach(part.file());
    } catch (SQLException | WinnowException failed) {
      throw Engine.unavailable("part " + part.file().path() + " cannot be attached anew", failed);
    }
  }

  private List<Part> all() {
    synchronized (parts) {
      return List.copyOf(parts.values());
    }
  }

  /** Parts that are still open, the oldest first. */
  public List<Part> unsealed() {
    return all().stream().filter(part -> !part.isSealed()).toList();
  }

  /** Sealed parts that were not rewritten yet, the oldest first. */
  public List<Part> unpacked() {
    return all().stream().filter(part -> part.isSealed() && !part.isPacked()).toList();
  }

  /**
   * Puts a file that holds the same as a sealed part in its place; the former file goes as soon as
   * no lease holds it. At no moment is there neither. If the part is dropped already, so is the
   * file.
   *
   * @param packed a complete file beside those of the parts
   */
  public void replace(Part part, Path packed) {
    try {
      if (!all().contains(part)) {
        Files.deleteIfExists(packed);
        return;
      }
      PartFile file = part.file().packed();
      files.put(packed, file);
      if (replace(part, Part.attach(file, "part_" + ++attached, connection))) {
        delete(part);
      }
    } catch (IOException | SQLException failed) {
      throw Engine.unavailable("part " + part.file().path() + " cannot be replaced", failed);
    }
  }

  /** Switches to another part in place of one; tells whether nobody holds that one. */
  private boolean replace(Part former, Part part) {
    synchronized (parts) {
      parts.remove(former.file());
      parts.put(part.file(), part);
      dropped.add(former.file());
      former.drop();
      return former.isToBeDeleted();
    }
  }

  /** What can be dropped by itself. */
  public List<Segment> segments() {
    return all().stream().map(Part::segment).toList();
  }

  /** Holds the parts that a question is about. */
  public Lease lease(Predicate<PartView> wanted) {
    synchronized (parts) {
      List<Part> held = parts.values().stream().filter(part -> wanted.test(part.view())).toList();
      held.forEach(Part::hold);
      return new Lease(this, held);
    }
  }

  /** Holds a part; the lease is empty if it was dropped. */
  public Lease lease(Part part) {
    return lease(view -> view.alias().equals(part.alias()));
  }

  void release(List<Part> held) {
    List<Part> unused;
    synchronized (parts) {
      held.forEach(Part::release);
      unused = held.stream().filter(Part::isToBeDeleted).toList();
    }
    unused.forEach(this::delete);
  }

  /**
   * Drops a sealed part; its file goes as soon as no lease holds it. One that is gone already is no
   * failure.
   *
   * @throws IllegalArgumentException if the part is not sealed
   */
  public void drop(String name) {
    Part dropped = remove(name);
    if (dropped != null) {
      delete(dropped);
    }
  }

  private @Nullable Part remove(String name) {
    synchronized (parts) {
      for (Part part : parts.values()) {
        if (part.file().name().equals(name)) {
          if (!part.isSealed()) {
            throw new IllegalArgumentException(name + " is still added to");
          }
          parts.remove(part.file());
          dropped.add(part.file());
          part.drop();
          return part.isToBeDeleted() ? part : null;
        }
      }
      return null;
    }
  }

  /** On a connection of its own, as others but the thread that adds rows come here. */
  private void delete(Part part) {
    try (DuckDBConnection own = engine.connect()) {
      part.detach(own);
      files.drop(part.file());
      synchronized (parts) {
        dropped.remove(part.file());
      }
    } catch (SQLException | IOException failed) {
      throw Engine.unavailable("part " + part.file().path() + " cannot be deleted", failed);
    }
  }

  /** Detaches all parts, which makes what was added survive; each even if another cannot be. */
  @Override
  public void close() {
    Exception failure = null;
    for (Part part : all()) {
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
