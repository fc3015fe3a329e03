package dev.winnow.kernel.stacktrace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** One captured trace; the name begins with the language. */
record CapturedTrace(String name, String text) {
  private static final Path FOLDER = Path.of("src", "test", "resources", "stacktraces");

  /** All of them, by name. */
  static List<CapturedTrace> all() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith(".trace"))
          .map(file -> file.substring(0, file.length() - ".trace".length()))
          .sorted()
          .map(CapturedTrace::of)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static CapturedTrace of(String name) {
    try {
      return new CapturedTrace(name, Files.readString(FOLDER.resolve(name + ".trace")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path expected() {
    return FOLDER.resolve(name + ".expected");
  }
}
