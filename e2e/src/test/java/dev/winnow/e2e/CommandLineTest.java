package dev.winnow.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What only a process shows: signals, pipes, exit codes. */
final class CommandLineTest {
  private static final String LINE = "2026-11-21 10:00:00 INFO order 4711 placed\n";

  /** More than a pipe and the buffers behind it hold, so that most of it has been read. */
  private static final int LINES = 50_000;

  @TempDir private Path home;
  private PackagedProgram winnow;

  @BeforeEach
  void install() {
    winnow = new PackagedProgram(home);
  }

  @Test
  void groupsMessagesOfStandardInput() {
    assertThat(winnow.runWithInput("User 123 logged in\nUser 456 logged in\n", "mine", "-"))
        .isEqualTo(new Outcome(0, "2   100%  User <*> logged in\n", ""));
  }

  @ParameterizedTest
  @CsvSource({"INT, 130", "TERM, 143"})
  void printsWhatItHasWhenInterrupted(String signal, int exitCode) throws Exception {
    Process process = start("analyze", "-");
    try (OutputStream input = process.getOutputStream()) {
      input.write(LINE.repeat(LINES).getBytes(StandardCharsets.UTF_8));
      input.flush();
      send(signal, process);

      assertThat(text(process.getInputStream()))
          .contains("I order <num> placed", "interrupted: this covers what was read until then");
      assertThat(text(process.getErrorStream())).isEmpty();
      assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
      assertThat(process.exitValue()).isEqualTo(exitCode);
    }
  }

  @Test
  void assignsTemplatesWhileTheInputGoesOn() throws Exception {
    Process process = start("mine", "--raw", "--assign", "--online", "-");
    try (OutputStream input = process.getOutputStream();
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
      for (int i = 0; i < 3; i++) {
        input.write(("User " + i + " logged in\n").getBytes(StandardCharsets.UTF_8));
        input.flush();
        assertThat(output.readLine()).endsWith("\tUser <*> logged in");
      }
    }
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"mine --raw --assign", "mine --raw --assign --online"})
  void endsQuietlyWhenTheReaderOfItsOutputLeaves(String arguments) throws IOException {
    Path log = Files.writeString(home.resolve("orders.log"), LINE.repeat(LINES));
    Outcome outcome =
        shell(
            "{ \"$0\" %s '%s'; echo $? >'%s'; } | head -n 1"
                .formatted(arguments, log, home.resolve("status")));

    assertThat(outcome.stdout()).hasLineCount(1);
    assertThat(outcome.stderr()).isEmpty();
    assertThat(home.resolve("status")).hasContent("0");
  }

  @Test
  void readsALineOfAnyLengthInItsSmallHeap() {
    Outcome outcome = shell("head -c 300000000 /dev/zero | tr '\\000' x | \"$0\" analyze -");

    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.stderr()).isEmpty();
    assertThat(outcome.stdout()).contains("1 line longer than 1 MiB, and cut there");
  }

  @Test
  void saysByItsExitCodeThatAnInputCouldNotBeRead() throws IOException {
    Path log = Files.writeString(home.resolve("orders.log"), LINE);

    Outcome outcome = winnow.run("mine", home.toString(), log.toString());

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.stdout()).isEqualTo("1   100%  order <*> placed\n");
    assertThat(outcome.stderr())
        .startsWith("winnow: " + home + " is a directory; ")
        .hasLineCount(1);
  }

  /**
   * Starts the program so that signals reach it though the tests may run where they are ignored.
   */
  private Process start(String... arguments) throws IOException {
    ProcessBuilder process = winnow.process(arguments);
    List<String> command =
        new ArrayList<>(List.of("perl", "-e", "$SIG{INT} = 'DEFAULT'; exec @ARGV"));
    command.addAll(process.command());
    return process.command(command).start();
  }

  private static void send(String signal, Process process) throws Exception {
    new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start().waitFor();
  }

  private Outcome shell(String script) {
    ProcessBuilder process = winnow.process();
    String program = process.command().get(0);
    return Outcome.of(process.command("sh", "-c", script, program), new byte[0]);
  }

  private static String text(InputStream stream) throws IOException {
    return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
  }
}
