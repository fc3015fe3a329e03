package dev.winnow.storage.duckdb.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens where a file cannot grow, in a process that may not write large files. */
class FullDiskTest {
  private static final String BLOCKS_OF_A_FILE = "200";

  @TempDir private Path directory;

  @Test
  void refusesWhatDoesNotFitAndGoesOn() throws IOException, InterruptedException {
    Process program =
        new ProcessBuilder(
                "bash",
                "-c",
                "ulimit -f " + BLOCKS_OF_A_FILE + "; exec \"$@\"",
                "bash",
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xshare:auto",
                "-XX:-UsePerfData",
                "-cp",
                System.getProperty("java.class.path"),
                FullDiskProgram.class.getName(),
                directory.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader lines = program.inputReader()) {
      assertThat(lines.lines()).containsExactly("1", "storage_unavailable", "2");
    }
    assertThat(program.waitFor()).isZero();

    List<String> found = new ArrayList<>();
    try (WriteAheadLog log = WriteAheadLog.open(directory, 1, 1 << 30, new Random(1))) {
      log.replay(1, (sequence, payload) -> found.add(sequence + ": " + payload.length));
    }
    assertThat(found).containsExactly("1: 1000", "2: 2000");
  }
}
