package dev.winnow.bench.fuzz;

import dev.winnow.storage.duckdb.log.WriteAheadLog;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Opens a log whose only segment is the input: what it gives must be what was once appended. */
final class SegmentReplay implements Subject.Reader {
  private static final int FRAMES = 12;
  private static final int SEGMENT_BYTES = 1 << 20;
  private static final String NAME = "0000000000000001.log";

  /** Appended payloads, in the order of their numbers. */
  private static final List<String> PAYLOADS = payloads();

  private final Path directory = temporary();

  private static List<String> payloads() {
    List<String> payloads = new ArrayList<>();
    for (int i = 0; i < FRAMES; i++) {
      payloads.add(("payload " + i + ' ').repeat(i * i));
    }
    return List.copyOf(payloads);
  }

  /** A segment that holds them. */
  static byte[] segment() {
    Path directory = temporary();
    try (WriteAheadLog log = WriteAheadLog.open(directory, 1, SEGMENT_BYTES, new Random(1))) {
      for (String payload : PAYLOADS) {
        log.append(payload.getBytes(StandardCharsets.UTF_8), sequence -> {});
      }
    }
    try {
      return Files.readAllBytes(directory.resolve(NAME));
    } catch (IOException failure) {
      throw new IllegalStateException("no segment was written", failure);
    }
  }

  /** In memory where there is such a directory, as every input is a file that is synced. */
  private static Path temporary() {
    Path memory = Path.of("/dev/shm");
    try {
      Path directory =
          Files.isWritable(memory)
              ? Files.createTempDirectory(memory, "winnow-fuzz")
              : Files.createTempDirectory("winnow-fuzz");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(directory)));
      return directory;
    } catch (IOException failure) {
      throw new IllegalStateException("there is no room for a segment", failure);
    }
  }

  private static void delete(Path directory) {
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
      Files.delete(directory);
    } catch (IOException failure) {
      System.err.println(directory + " is left behind: " + failure.getMessage());
    }
  }

  @Override
  public void read(byte[] input) throws IOException {
    Files.write(directory.resolve(NAME), input);
    try (WriteAheadLog log = WriteAheadLog.open(directory, 1, SEGMENT_BYTES, new Random(1))) {
      List<String> read = new ArrayList<>();
      log.replay(1, (sequence, payload) -> read.add(new String(payload, StandardCharsets.UTF_8)));
      Subjects.requireSame(PAYLOADS.subList(0, Math.min(read.size(), FRAMES)), read);
    }
  }
}
