package dev.winnow.storage.duckdb.log;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import dev.winnow.storage.duckdb.disk.Directories;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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

  Map.@Nullable Entry<Long, Path> last() {
    return segments.lastEntry();
  }

  /** The files of all segments, in order. */
  List<Path> files() {
    return List.copyOf(segments.values());
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

  /** Reads the payloads from a number on up to another, all of which are to be there. */
  void read(long from, long to, WriteAheadLog.Reader reader) throws IOException {
    long expected = segments.firstKey();
    if (expected > from) {
      throw corrupt("the log begins with " + expected + ", but lacks " + from);
    }
    for (Map.Entry<Long, Path> segment : segments.headMap(to + 1).entrySet()) {
      if (segment.getKey() != expected) {
        throw corrupt("the log lacks what comes before " + segment.getValue());
      }
      expected = read(segment, from, to, reader);
    }
    if (expected <= to) {
      throw corrupt("the log ends before " + expected + ", but lacks " + to);
    }
  }

  /** Reads a segment, and tells what the next one begins with. */
  private static long read(
      Map.Entry<Long, Path> segment, long from, long to, WriteAheadLog.Reader reader)
      throws IOException {
    try (SegmentReader frames = new SegmentReader(segment.getValue(), segment.getKey())) {
      byte[] payload = frames.next();
      while (payload != null) {
        long sequence = frames.nextSequence() - 1;
        if (sequence >= from) {
          reader.read(sequence, payload);
        }
        payload = sequence < to ? frames.next() : null;
      }
      if (!frames.isAtEnd() && frames.nextSequence() <= to) {
        throw frames.damaged();
      }
      return frames.nextSequence();
    }
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
      throw corrupt(file + " is not a segment of the log");
    }
  }

  static WinnowException corrupt(String message) {
    return new WinnowException(ErrorCode.STORAGE_CORRUPT, message);
  }
}
