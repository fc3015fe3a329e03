package dev.winnow.storage.duckdb.log;

import dev.winnow.kernel.WinnowException;
import java.nio.file.Path;
import java.util.Random;

/**
 * Appends to a log in a directory, named by the first argument, whose files may not grow beyond
 * some size: a payload that fits, one that does not, and one that does again. Prints for each its
 * number, or the code of the failure.
 */
final class FullDiskProgram {
  private FullDiskProgram() {}

  public static void main(String... arguments) {
    try (WriteAheadLog log = WriteAheadLog.open(Path.of(arguments[0]), 1, 1 << 30, new Random(1))) {
      for (int bytes : new int[] {1_000, 1 << 20, 2_000}) {
        System.out.println(append(log, bytes));
      }
    }
  }

  private static String append(WriteAheadLog log, int bytes) {
    try {
      return Long.toString(log.append(new byte[bytes], sequence -> {}));
    } catch (WinnowException failed) {
      return failed.code().code();
    }
  }
}
