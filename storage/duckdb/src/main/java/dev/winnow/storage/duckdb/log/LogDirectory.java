package dev.winnow.storage.duckdb.log;

import dev.winnow.storage.duckdb.disk.Directories;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The segments of a log: files that are named after the sequence of their first frame. */
final class LogDirectory {
  private static final String SUFFIX = ".log";
  private static final int HEX = 16;

  private final Path directory;
  private final ConcurrentSkipListMap<Long, Path> segments = new ConcurrentSkipListMap<>();

  LogDirectory(Path directory) throws IOException {
    this.directory = directory;
    Directories.create(directory);
    List<Path> files;
    try (Stream<Path> found = Files.list(directory)) {
      files = found.filter(file -> file.getFileName().toString().endsWith(SUFFIX)).toList();
    } catch (UncheckedIOException failed) {
      throw failed.getCause();
    }
    files.forEach(file -> segments.put(firstSequence(file), file));
  }

  /** The segments by the sequence of their first frame. */
  SortedMap<Long, Path> segments() {
    return segments;
  }

  Map.@Nullable Entry<Long, Path> last() {
    return segments.lastEntry();
  }

  /** Makes the file of a new segment. */
  Path add(long firstSequence) throws IOException {
    String digits = Long.toHexString(firstSequence);
    Path file = directory.resolve("0".repeat(HEX - digits.length()) + digits + SUFFIX);
    Files.deleteIfExists(file);
    Files.createFile(file);
    Directories.sync(directory);
    segments.put(firstSequence, file);
    return file;
  }

  /** Deletes the segments that hold no frame from {@code sequence} on, but never the last one. */
  void dropBelow(long sequence) throws IOException {
    for (Map.Entry<Long, Path> segment : segments.entrySet()) {
      Long following = segments.higherKey(segment.getKey());
      if (following == null || following > sequence) {
        return;
      }
      Files.deleteIfExists(segment.getValue());
      segments.remove(segment.getKey());
    }
  }

  private static long firstSequence(Path file) {
    String name = file.getFileName().toString();
    try {
      return Long.parseLong(name.substring(0, name.length() - SUFFIX.length()), HEX);
    } catch (NumberFormatException foreign) {
      throw WriteAheadLog.corrupt(file + " is not a segment of the log");
    }
  }
}
