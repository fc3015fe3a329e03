package dev.winnow.storage.duckdb.part;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.storage.Partition;
import dev.winnow.storage.duckdb.disk.Directories;
import dev.winnow.storage.duckdb.table.PartSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * The files of all parts. Whatever happens, a part has a file that is whole, or none.
 *
 * <p>A part that is dropped becomes a mark by another name, so that it does not come back, and can
 * be told from one that somebody else deleted. The mark is emptied once nobody reads the part.
 * Freeing the disk therefore needs no room on it.
 */
final class PartFiles {
  /** What the names of files end with that are being made, and mean nothing after a crash. */
  private static final String UNFINISHED = ".new";

  private final Path directory;
  private final Set<PartFile> dropped = ConcurrentHashMap.newKeySet();

  PartFiles(Path directory) throws IOException {
    this.directory = directory;
    Directories.create(directory);
  }

  /** The files that are in force; frees the disk of what else a process that ended has left. */
  List<PartFile> find() throws IOException {
    Set<PartFile> files = new LinkedHashSet<>();
    for (Path path : paths()) {
      PartFile file = PartFile.of(directory, path);
      if (file != null && path.equals(file.mark())) {
        dropped.add(file);
        empty(path);
      } else if (file != null) {
        files.add(file);
      } else if (path.toString().endsWith(UNFINISHED)) {
        Files.delete(path);
      }
    }
    return files.stream()
        .filter(file -> file.isPacked() || !files.contains(file.packed()))
        .toList();
  }

  private List<Path> paths() throws IOException {
    try (Stream<Path> found = Files.walk(directory, 2)) {
      return found.filter(Files::isRegularFile).toList();
    } catch (UncheckedIOException failed) {
      throw failed.getCause();
    }
  }

  /** Where a file is made that is to become another one. */
  static Path unfinished(PartFile file) {
    return Path.of(file.path() + UNFINISHED);
  }

  /** Where a file is made that is to take the place of an attached part. */
  static Path replacement(PartFile file, String alias) {
    // DuckDB knows a file by the path that it was attached from, so no two may share one.
    return Path.of(file.packed().path() + "." + alias + UNFINISHED);
  }

  /** Makes the file of a part without rows. */
  void make(PartFile file, DuckDBConnection connection) throws IOException, SQLException {
    Directories.create(file.folder());
    // A file that was half made when the process ended must not look like a part.
    Path unfinished = unfinished(file);
    Engine.execute(connection, "DETACH DATABASE IF EXISTS unfinished");
    Files.deleteIfExists(unfinished);
    Engine.execute(connection, Part.attachment(unfinished.toString(), "unfinished"));
    for (String statement : PartSchema.statements("unfinished")) {
      Engine.execute(connection, statement);
    }
    Engine.execute(connection, "CHECKPOINT unfinished");
    Engine.execute(connection, "DETACH unfinished");
    put(unfinished, file);
  }

  /** Puts a file that is complete in its place. */
  void put(Path complete, PartFile file) throws IOException {
    Files.move(complete, file.path(), StandardCopyOption.ATOMIC_MOVE);
    Directories.sync(file.folder());
  }

  /** Deletes the file of which a packed one took the place, unless that has its name. */
  void deleteReplaced(PartFile file) throws IOException {
    Files.deleteIfExists(file.unpacked().path());
  }

  /** Makes a mark of a part, which can be read on by those who have it open. */
  void drop(PartFile file) throws IOException {
    if (file.isPacked()) {
      deleteReplaced(file);
    }
    if (Files.exists(file.path())) {
      Files.move(file.path(), file.mark(), StandardCopyOption.ATOMIC_MOVE);
      dropped.add(file);
      Directories.sync(file.folder());
    }
  }

  /** Frees the disk of a part that was dropped. */
  void free(PartFile file) throws IOException {
    drop(file);
    if (dropped.contains(file)) {
      empty(file.mark());
    }
  }

  private static void empty(Path mark) throws IOException {
    if (Files.exists(mark)) {
      FileChannel.open(mark, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)
          .close();
    }
  }

  /** The number of the last part of a partition that left a mark; 0 if none did. */
  int lastMarked(Partition partition) {
    return dropped.stream()
        .filter(file -> file.partition().equals(partition))
        .mapToInt(PartFile::number)
        .max()
        .orElse(0);
  }

  /** The name of each part's file below the directory, and how many records it must have. */
  Map<String, Long> inventory(List<Part> parts) {
    return parts.stream()
        .collect(
            Collectors.toMap(
                part -> directory.relativize(part.file().path()).toString(), Part::leastRecords));
  }

  /** Makes sure that nothing is missing of an inventory but what was dropped. */
  void demand(Map<String, Long> before, List<Part> parts) {
    Map<String, Long> found =
        parts.stream().collect(Collectors.toMap(part -> part.file().name(), Part::records));
    before.forEach((name, records) -> {
      PartFile file = PartFile.of(directory, directory.resolve(name));
      if (file != null && !isDropped(file)) {
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

  /** What can be done about a file that is damaged. */
  static String remedy(PartFile file) {
    return file.isPacked() && Files.exists(file.unpacked().path())
        ? "move it away, to go on with the file that it was made of"
        : "restore it from a backup, or move it away " + withoutIt(file);
  }

  private static String withoutIt(PartFile file) {
    return "and make an empty file " + file.mark() + ", to go on without its records";
  }

  /** Whether there is a mark that says that a part was dropped. */
  private boolean isDropped(PartFile file) {
    return dropped.stream().anyMatch(other -> other.name().equals(file.name()));
  }

  /** Deletes the marks, as nobody expects these parts any more. */
  void forgetDropped() throws IOException {
    for (PartFile file : List.copyOf(dropped)) {
      Files.deleteIfExists(file.mark());
      dropped.remove(file);
    }
  }
}
