package dev.winnow.storage.duckdb.log;

import java.nio.file.Path;
import java.util.Random;

/**
 * Appends payloads of 8 MiB to a log in a directory, named by the first argument, and reads them
 * again. Prints their numbers and sizes.
 */
final class LittleDirectMemoryProgram {
  private LittleDirectMemoryProgram() {}

  public static void main(String... arguments) {
    try (WriteAheadLog log = WriteAheadLog.open(Path.of(arguments[0]), 1, 1 << 20, new Random(1))) {
      for (int i = 0; i < 4; i++) {
        log.append(new byte[8 << 20], sequence -> {});
      }
      log.read(
          1, 4, (sequence, payload) -> System.out.println(sequence + ": " + payload.length));
    }
  }
}
