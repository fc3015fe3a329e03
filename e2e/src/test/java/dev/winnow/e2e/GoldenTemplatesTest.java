package dev.winnow.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The templates of logs that real programs wrote, as files that a person has read.
 *
 * <p>{@code ./winnow test -Dwinnow.golden.write=true} writes them anew, for review; never in CI.
 */
class GoldenTemplatesTest {
  private static final Path CORPORA =
      Path.of(System.getProperty("winnow.root")).resolve("bench/corpora/captured");
  private static final boolean WRITE = Boolean.getBoolean("winnow.golden.write");

  private static PackagedProgram program;

  @BeforeAll
  static void install(@TempDir Path home) {
    program = new PackagedProgram(home);
  }

  static List<Path> logs() throws IOException {
    try (Stream<Path> files = Files.list(CORPORA)) {
      return files.filter(file -> file.toString().endsWith(".log")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("logs")
  void minesTheExpectedTemplates(Path log) throws IOException {
    Outcome outcome = program.run("mine", "--typed", log.toString());
    Path golden = Path.of(log.toString().replaceAll("\\.log$", ".templates"));

    assertThat(outcome.exitCode()).as(outcome.stderr()).isZero();
    if (WRITE) {
      Files.writeString(golden, outcome.stdout());
    }
    assertThat(outcome.stdout()).isEqualTo(Files.readString(golden));
  }

  @Test
  void isNotToldToWriteInCi() {
    assertThat(WRITE && System.getenv("CI") != null).isFalse();
  }
}
