package dev.winnow.storage.duckdb.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That what lies on the heap is not copied as a whole, to memory that nobody accounts for. */
class NativeMemoryTest {
  @TempDir private Path directory;

  @Test
  void takesLittleMemoryBesideTheHeap() throws IOException, InterruptedException {
    Process program =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:+UseSerialGC",
                "-Xms300m",
                "-Xmx300m",
                "-XX:+AlwaysPreTouch",
                "-XX:-UsePerfData",
                "-cp",
                System.getProperty("java.class.path"),
                NativeMemoryProgram.class.getName(),
                directory.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader lines = program.inputReader()) {
      assertThat(lines.lines().map(Long::parseLong))
          .hasSize(2)
          .allMatch(grown -> grown < NativeMemoryProgram.PAYLOAD_BYTES / 2);
    }
    assertThat(program.waitFor()).isZero();
  }
}
