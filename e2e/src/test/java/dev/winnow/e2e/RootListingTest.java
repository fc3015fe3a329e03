package dev.winnow.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The first thing that a visitor sees stays short enough to read. */
final class RootListingTest {
  private static final int READABLE = 25;

  /** What git does not keep. */
  private static final Set<String> NOT_OURS =
      Set.of(
          ".git",
          "target",
          "winnow-data",
          ".jqwik-database",
          ".idea",
          ".vscode",
          ".settings",
          ".project",
          ".DS_Store");

  @Test
  void rootHasFewEntries() throws IOException {
    try (Stream<Path> entries = Files.list(Path.of(System.getProperty("winnow.root")))) {
      List<String> names =
          entries
              .map(entry -> entry.getFileName().toString())
              .filter(name -> !NOT_OURS.contains(name))
              .toList();

      assertThat(names).contains("pom.xml", "winnow").hasSizeLessThanOrEqualTo(READABLE);
    }
  }
}
