package dev.winnow.storage.duckdb.part;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.storage.Partition;
import dev.winnow.storage.Segment;
import dev.winnow.storage.duckdb.block.RowBlock;
import dev.winnow.storage.duckdb.table.PartSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
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

  /** What the names of files end with that are being made, and mean nothing after a crash. */
  static final String UNFINISHED = ".new";

  private static final Comparator<PartFile> OLDEST_FIRST =
      Comparator.comparing((PartFile file) -> file.partition().day())
          .thenComparing(file -> file.partition().retentionClass())
          .thenComparingInt(PartFile::number);

  private final Path directory;
  private final Engine engine;
  private final DuckDBConnection connection;
  private final TreeMap<PartFile, Part> parts = new TreeMap<>(OLDEST_FIRST);

  /** The files of parts that were dropped or replaced, and that a lease may still hold. */
  private final Set<PartFile> dropped = new HashSet<>();

  private int attached;

  private Parts(Path directory, Engine engine) {
    this.directory = directory;
    this.engine = engine;
    this.connection = engine.connect();
  }

  /** Attaches all parts below a directory. */
  public static Parts open(Path directory, Engine engine) {
    Parts parts = new Parts(directory, engine);
    try {
      Files.createDirectories(directory);
      List<PartFile> files = parts.files();
      for (PartFile file : files) {
        if (!file.isPacked() && files.contains(file.packed())) {
          Files.delete(file.path());
        } else {
          parts.attach(file);
        }
      }
      parts.sealAllButTheLast();
      return parts;
    } catch (IOException failed) {
      throw parts.closed(
          Engine.unavailable("the parts in " + directory + " cannot be read", failed));
    } catch (WinnowException failed) {
      throw parts.closed(failed);
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

  private List<PartFile> files() throws IOException {
    try (Stream<Path> found = Files.walk(directory, 2)) {
      List<PartFile> files = new ArrayList<>();
      for (Path path : found.filter(Files::isRegularFile).toList()) {
        PartFile file = PartFile.of(directory, path);
        if (file != null) {
          files.add(file);
        } else if (path.toString().endsWith(UNFINISHED)) {
          Files.delete(path);
        }
      }
      return files;
    } catch (UncheckedIOException failed) {
      throw failed.getCause();
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
          ErrorCode.STORAGE_CORRUPT, "part " + file.path() + " cannot be opened", failed);
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
    int last = lastNumber(partition);
    PartFile file = new PartFile(directory, partition, last + 1, false);
    try {
      Files.createDirectories(file.folder());
      sync(directory);
      Path parent = directory.toAbsolutePath().getParent();
      if (parent != null) {
        sync(parent);
      }
      // A file that was half made when the process ended must not look like a part.
      Path unfinished = Path.of(file.path() + UNFINISHED);
      Engine.execute(connection, "DETACH DATABASE IF EXISTS unfinished");
      Files.deleteIfExists(unfinished);
      Engine.execute(connection, Part.attachment(unfinished.toString(), "unfinished"));
      for (String statement : PartSchema.statements("unfinished")) {
        Engine.execute(connection, statement);
      }
      Engine.execute(connection, "CHECKPOINT unfinished");
      Engine.execute(connection, "DETACH unfinished");
      Files.move(unfinished, file.path(), StandardCopyOption.ATOMIC_MOVE);
      sync(file.folder());
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

  private static void sync(Path directory) throws IOException {
    try (FileChannel self = FileChannel.open(directory, StandardOpenOption.READ)) {
      self.force(true);
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
      Files.move(packed, file.path(), StandardCopyOption.ATOMIC_MOVE);
      sync(file.folder());
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
      Files.deleteIfExists(part.file().path());
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
