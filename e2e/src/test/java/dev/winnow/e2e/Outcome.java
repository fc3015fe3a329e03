package dev.winnow.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** What a process that has ended left behind. */
public record Outcome(int exitCode, String stdout, String stderr) {
  private static final int PATIENCE_SECONDS = 60;

  /**
   * Runs a process to its end with {@code stdin} as its input.
   *
   * @throws AssertionError if it takes more than a minute
   */
  public static Outcome of(ProcessBuilder process, byte[] stdin) {
    try {
      Path input = Files.write(Files.createTempFile("stdin", ""), stdin);
      Path output = Files.createTempFile("stdout", "");
      Path errors = Files.createTempFile("stderr", "");
      try {
        Process running =
            process
                .redirectInput(input.toFile())
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile())
                .start();
        if (!running.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
          running.destroyForcibly();
          throw new AssertionError("still running after a minute: " + process.command());
        }
        return new Outcome(running.exitValue(), Files.readString(output), Files.readString(errors));
      } finally {
        Files.delete(input);
        Files.delete(output);
        Files.delete(errors);
      }
    } catch (IOException | InterruptedException failure) {
      throw new AssertionError(failure);
    }
  }
}
