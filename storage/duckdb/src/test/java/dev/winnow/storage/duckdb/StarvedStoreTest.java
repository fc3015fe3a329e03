package dev.winnow.storage.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens where DuckDB cannot write a checkpoint, as files may not grow. */
class StarvedStoreTest {
  @TempDir private Path directory;

  @Test
  void hasEverythingOnceThereIsRoomAgain() throws IOException, InterruptedException {
    Process program =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:-UsePerfData",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                StarvedStoreProgram.class.getName(),
                directory.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader lines = program.inputReader()) {
      assertThat(lines.lines())
          .containsExactly(
              "appended 1",
              "appended 2",
              "sealed storage_unavailable",
              "appended 3",
              "found 150",
              "appended 4",
              "appended 2",
              "found 200",
              "sealed 1",
              "found 200");
    }
    assertThat(program.waitFor()).isZero();
  }
}
