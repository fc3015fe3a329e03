package dev.winnow.server;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Tells libraries where to unpack native code and web pages: in the directory of the system a
 * process that is killed would leave them.
 */
final class Unpacking {
  private Unpacking() {}

  /**
   * Empties a directory of what such a process has left, and has libraries use it. None of them may
   * have been used before.
   */
  static void into(Path directory) {
    try {
      empty(directory);
      requireExecutable(directory);
    } catch (IOException failure) {
      throw new WinnowException(
          ErrorCode.DATA_DIRECTORY_UNUSABLE, directory + " cannot be emptied", failure);
    }
    System.setProperty("org.sqlite.tmpdir", directory.toString());
    System.setProperty("ZstdTempFolder", directory.toString());
    // This one is the beginning of a name.
    System.setProperty("quarkus.vertx.cache-directory", directory.resolve("pages").toString());
  }

  /** Links are removed, and what they lead to is left alone. */
  private static void empty(Path directory) throws IOException {
    if (Files.exists(directory, LinkOption.NOFOLLOW_LINKS)) {
      try (Stream<Path> all = Files.walk(directory)) {
        for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(each);
        }
      } catch (UncheckedIOException failure) {
        throw failure.getCause();
      }
    }
    Files.createDirectory(directory);
  }

  /** Libraries themselves would tell of anything but the reason. */
  private static void requireExecutable(Path directory) throws IOException {
    Path probe = Files.createFile(directory.resolve("probe"));
    var _ = probe.toFile().setExecutable(true);
    boolean isExecutable = Files.isExecutable(probe);
    Files.delete(probe);
    if (!isExecutable) {
      throw new WinnowException(
          ErrorCode.DATA_DIRECTORY_UNUSABLE,
          "native code cannot be loaded from %s, as its disk forbids to run programs (noexec)"
              .formatted(directory));
    }
  }
}
