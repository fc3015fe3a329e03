package dev.winnow.storage.duckdb.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That no more direct memory is needed for a group that is large. */
class LittleDirectMemoryTest {
  @TempDir private Path directory;

  @Test
  void writesAndReadsMoreThanThereIs() throws IOException, InterruptedException {
    Process program =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:MaxDirectMemorySize=4m",
                "-XX:-UsePerfData",
                "-cp",
                System.getProperty("java.class.path"),
                LittleDirectMemoryProgram.class.getName(),
                directory.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader lines = program.inputReader()) {
      assertThat(lines.lines())
          .containsExactly("1: 8388608", "2: 8388608", "3: 8388608", "4: 8388608");
    }
    assertThat(program.waitFor()).isZero();
  }
}
