package dev.winnow.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The packaged program reads what the tools of the system have packed, and in its small heap. */
final class PackedLogsTest {
  private static final String LINE = "2026-11-21 10:00:00 INFO order 4711 placed\n";
  private static final int LINES = 20_000;
  private static final Outcome READ = new Outcome(0, "20000   100%  order <*> placed\n", "");

  @TempDir private Path home;
  private PackagedProgram winnow;

  @BeforeEach
  void install() throws IOException {
    winnow = new PackagedProgram(home);
    Files.writeString(home.resolve("app.log"), LINE.repeat(LINES));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gzip -c app.log",
        "bzip2 -c app.log",
        "xz -9 -c app.log",
        "zstd -q --ultra -22 --long=27 -c app.log",
        "lz4 -c app.log",
        "zip -q - app.log",
        "tar -c app.log",
        "tar -c app.log | zstd -q",
        "gzip app.log && tar -c app.log.gz | bzip2",
        "iconv -f UTF-8 -t UTF-16LE app.log"
      })
  void readsAFileAndAPipe(String packing) {
    assertThat(shell(packing + " >packed && \"$0\" mine packed")).isEqualTo(READ);
    assertThat(shell("cat packed | \"$0\" mine -")).isEqualTo(READ);
  }

  @Test
  void stopsAtABombAndReportsWhatItHas() {
    Outcome outcome =
        shell("{ cat app.log; head -c 4000000000 /dev/zero; } | zstd -q | \"$0\" mine -");

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.stdout()).contains("20000").contains("order <*> placed");
    assertThat(outcome.stderr())
        .isEqualTo(
            "winnow: standard input could not be read to its end (it unpacks to more than 1000"
                + " times its size, as a decompression bomb does); the result has what was read"
                + " before\n");
  }

  private Outcome shell(String script) {
    ProcessBuilder process = winnow.process();
    String program = process.command().get(0);
    process.directory(home.toFile());
    return Outcome.of(
        process.command("sh", "-c", script, program), "".getBytes(StandardCharsets.UTF_8));
  }
}
