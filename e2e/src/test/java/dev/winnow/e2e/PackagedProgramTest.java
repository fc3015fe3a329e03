package dev.winnow.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program answers from outside its build. */
final class PackagedProgramTest {
  @TempDir private Path home;
  private PackagedProgram winnow;

  @BeforeEach
  void install() {
    winnow = new PackagedProgram(home);
  }

  @Test
  void tellsItsVersion() {
    assertThat(winnow.run("--version")).isEqualTo(new Outcome(0, "winnow 0.1.0-SNAPSHOT\n", ""));
  }

  @Test
  void runsWithoutAnyLocale() {
    ProcessBuilder process = winnow.process("--version");
    process.environment().keySet().removeIf(name -> name.startsWith("LC_") || name.equals("LANG"));

    assertThat(Outcome.of(process, new byte[0]).exitCode()).isZero();
  }

  @Test
  void refusesAnUnknownCommand() {
    assertThat(winnow.run("winow").exitCode()).isEqualTo(1);
  }
}
