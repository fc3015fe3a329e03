package dev.winnow.storage.duckdb.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/**
 * Appends a large payload to a log in a directory, named by the first argument, and reads it again.
 * Prints by how many bytes the process has grown after each, whose heap does not.
 */
final class NativeMemoryProgram {
  static final int PAYLOAD_BYTES = 64 << 20;

  private NativeMemoryProgram() {}

  public static void main(String... arguments) throws IOException {
    try (WriteAheadLog log = WriteAheadLog.open(Path.of(arguments[0]), 1, 1 << 20, new Random(1))) {
      log.append(new byte[1], sequence -> {});
      long before = residentBytes();
      log.append(new byte[PAYLOAD_BYTES], sequence -> {});
      System.out.println(residentBytes() - before);
      log.read(2, 2, (sequence, payload) -> {});
      System.out.println(residentBytes() - before);
    }
  }

  private static long residentBytes() throws IOException {
    String line =
        Files.readAllLines(Path.of("/proc/self/status")).stream()
            .filter(each -> each.startsWith("VmRSS:"))
            .findFirst()
            .orElseThrow();
    return Long.parseLong(line.replaceAll("\\D", "")) << 10;
  }
}
