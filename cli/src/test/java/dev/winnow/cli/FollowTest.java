package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.cli.console.Figures;
import dev.winnow.cli.console.Terminal;
import dev.winnow.cli.console.Window;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Follows real files that grow while it looks. */
final class FollowTest {
  private static final String LEAVE_SCREEN = "\u001b[?7h\u001b[?25h\u001b[?1049l";

  @TempDir private Path directory;
  private Path log;

  @BeforeEach
  void name() {
    log = directory.resolve("app.log");
  }

  @Test
  void tellsWhatIsNewLineByLineAndReportsAtTheEnd() throws IOException, InterruptedException {
    try (Following run = Following.piped(log.toString())) {
      run.awaitErr("winnow: " + log + " does not exist yet; waiting for it\n");
      append("2026-11-21 10:00:00 INFO order 17 placed\n");
      append("2026-11-21 10:00:01 INFO order 18 placed\n");
      append("2026-11-21 10:00:02 ERROR payment timeout after 3s\n");
      append("2026-11-21 10:00:03 ERROR order 19 placed\n");
      run.awaitOut("10:00:03");

      assertThat(run.interrupt()).isZero();
      assertThat(run.out())
          .startsWith(
              """
              2026-11-21 10:00:00  NEW I  order <num> placed
              2026-11-21 10:00:02  NEW E  payment timeout after <dur>
              2026-11-21 10:00:03  NEW E  order <num> placed

              %s  175 B\
              """
                  .formatted(log))
          .contains("\n4 lines   4 records   2 templates\n")
          .endsWith(
              "LINES\n  4 = 4 begin a record\n  4 timestamps without a zone: UTC is assumed\n");
    }
  }

  @Test
  void tellsTheSameAsJson() throws IOException, InterruptedException {
    try (Following run = Following.piped("--json", log.toString())) {
      run.awaitErr("waiting for it");
      append(
          "{\"time\":\"2026-11-21T10:00:00Z\",\"level\":\"error\",\"msg\":\"card 4 refused\"}\n");
      run.awaitOut("\n");

      assertThat(run.interrupt()).isZero();
      String[] lines = run.out().split("\n", -1);
      assertThat(lines).hasSize(3);
      assertThat(
              lines[0]
                  .replaceAll("\"observed_timestamp\":\"[^\"]*\"", "\"observed_timestamp\":\"...\"")
                  .replaceAll("\"template_id\":\"[0-9a-f]{16}\"", "\"template_id\":\"...\"")
                  .replace(directory + "/", ""))
          .isEqualTo(
              "{\"event_name\":\"new_template\",\"timestamp\":\"2026-11-21T10:00:00Z\","
                  + "\"observed_timestamp\":\"...\",\"severity_number\":17,"
                  + "\"severity_text\":\"ERROR\",\"template_id\":\"...\","
                  + "\"template\":\"{\\\"level\\\":\\\"error\\\",\\\"msg\\\":\\\"card <num> refused\\\",\\\"time\\\":<time>}\","
                  + "\"exemplar\":\"{\\\"time\\\":\\\"2026-11-21T10:00:00Z\\\",\\\"level\\\":\\\"error\\\",\\\"msg\\\":\\\"card 4 refused\\\"}\","
                  + "\"input\":\"app.log\",\"line\":1}");
      assertThat(lines[1]).startsWith("{").contains("\"records\":1");
    }
  }

  @Test
  void takesInSilentlyWhatIsThereAtTheStart() throws IOException, InterruptedException {
    append("INFO order 17 placed\nERROR card refused\n");
    try (Following run = Following.on(terminal(100, 30), log.toString())) {
      run.awaitOut("nothing yet");
      run.awaitOut("NEW  since ");
      append("WARN disk 91 full\nINFO order 18 placed\n");
      run.awaitOut("W  disk <num> full");

      assertThat(run.interrupt()).isZero();
      assertThat(run.out()).doesNotContain("I  order", "E  card refused");
    }
  }

  @Test
  void leavesTheTerminalAsItWasBeforeItReports() throws IOException, InterruptedException {
    append("INFO order 17 placed\n");
    try (Following run = Following.on(terminal(100, 30), log.toString())) {
      run.awaitOut("1 line ");
      run.interrupt();

      assertThat(run.out()).startsWith("\u001b[?1049h\u001b[?25l\u001b[?7l");
      assertThat(run.out()).containsOnlyOnce("\u001b[?1049h").containsOnlyOnce(LEAVE_SCREEN);
      String report = run.out().substring(run.out().indexOf(LEAVE_SCREEN) + LEAVE_SCREEN.length());
      assertThat(report).startsWith(log + "  21 B  ").doesNotContain("\u001b", "interrupted");
    }
  }

  @Test
  void losesAndRepeatsNothingWhenTheFileIsRotatedAndTruncated()
      throws IOException, InterruptedException {
    // Each file is shorter than the one before, as one that was truncated must be to be noticed.
    int[] lengths = {400, 300, 200, 100};
    int lines = 0;
    try (Following run = Following.on(terminal(100, 30), log.toString())) {
      run.awaitErr("waiting for it");
      for (int length : lengths) {
        for (int end = lines + length; lines < end; lines++) {
          append("INFO order " + (1000 + lines) + " placed\n");
        }
        run.awaitOut("  " + Figures.count(lines) + " lines ");
        if (length % 200 == 0) {
          Files.write(log, new byte[0]);
        } else {
          Files.move(log, directory.resolve("app.log." + length));
        }
      }

      run.interrupt();
      assertThat(run.out()).endsWith("LINES\n  1 000 = 1 000 begin a record\n");
    }
  }

  @Test
  void keepsAStackTraceTogether() throws IOException, InterruptedException {
    try (Following run = Following.piped(log.toString())) {
      run.awaitErr("waiting for it");
      append(
          "2026-11-21 10:00:00 ERROR failed\njava.lang.IllegalStateException: no\n\tat a.B.c(B.java:1)\n");
      run.awaitOut("NEW E  failed");

      run.interrupt();
      assertThat(run.out()).contains("  3 = 1 begin a record + 2 joined to one\n");
    }
  }

  @Test
  void namesTheFileIfThereAreSeveral() throws IOException, InterruptedException {
    Path other = directory.resolve("other.log");
    try (Following run = Following.piped(log.toString(), other.toString())) {
      run.awaitErr(other + " does not exist yet");
      append("2026-11-21 10:00:00 INFO started\n");
      run.awaitOut("2026-11-21 10:00:00  NEW I  app.log: started\n");
      Files.writeString(other, "2026-11-21 10:00:05 WARN slow\n2026-11-21 10:00:06 INFO started\n");
      run.awaitOut("2026-11-21 10:00:05  NEW W  other.log: slow\n");

      run.interrupt();
      assertThat(run.out()).contains("\n3 lines   3 records   2 templates\n");
    }
  }

  @Test
  void endsAsSoonAsWhatItWaitsForHasCome() throws IOException, InterruptedException {
    append("INFO starting\n");
    try (Following run = Following.piped("--fail-on", "error", log.toString())) {
      append("INFO still starting\n");
      append("ERROR port 80 is taken\n");

      assertThat(run.exitCode()).isEqualTo(3);
      assertThat(run.out()).contains("ERRORS  1 record of 1 template");
    }
  }

  @Test
  void refusesToWaitForWhatOnlyTheEndTells() {
    Invocation refused = Invocation.of("analyze", "--follow", "--fail-on", "change", "app.log");

    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.err())
        .startsWith(
            "winnow: --fail-on change is known at the end of a log only; --follow can wait for"
                + " error and secret\n");
  }

  @Test
  void looksAtTheRecordsThatTheUserWants() throws IOException, InterruptedException {
    try (Following run = Following.piped("--where", "level >= warn", log.toString())) {
      run.awaitErr("waiting for it");
      append("2026-11-21 10:00:00 INFO started\n2026-11-21 10:00:01 WARN slow\n");
      run.awaitOut("2026-11-21 10:00:01  NEW W  slow\n");

      run.interrupt();
      assertThat(run.out()).doesNotContain("NEW I").contains("1 record left out, as was asked for");
    }
  }

  @Test
  void readsStandardInputToItsEnd() throws IOException, InterruptedException {
    Pipe pipe = Pipe.open();
    try (Following run = Following.of(pipe.source(), Terminal.NONE, "-")) {
      write(pipe, "2026-11-21 10:00:00 INFO started\n");
      run.awaitOut("2026-11-21 10:00:00  NEW I  started\n");
      write(pipe, "2026-11-21 10:00:09 WARN slow");
      pipe.sink().close();

      assertThat(run.exitCode()).isZero();
      assertThat(run.out()).contains("2026-11-21 10:00:09  NEW W  slow\n\nstandard input  ");
    }
  }

  @Test
  void refusesWhatIsPacked() throws IOException, InterruptedException {
    Files.write(log, new byte[] {0x1f, (byte) 0x8b, 8, 0});
    try (Following run = Following.piped(log.toString())) {
      assertThat(run.exitCode()).isEqualTo(2);
      assertThat(run.out()).isEmpty();
      assertThat(run.err())
          .isEqualTo("winnow: " + log + " is gzip; only plain text can be followed\n");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 9, 14, 60})
  void staysWithinTheWindow(int rows) throws IOException, InterruptedException {
    int columns = 20 + rows * 2;
    append("2026-11-21 10:00:00 INFO order 17 placed by somebody with a very long name\n");
    append("2026-11-21 10:00:09 ERROR card \u001b[2J 漢字漢字漢字漢字漢字漢字漢字 refused\n");
    try (Following run = Following.on(terminal(columns, rows), log.toString())) {
      run.awaitOut("Ctrl-C");
      run.interrupt();

      String pages = run.out().substring(0, run.out().indexOf(LEAVE_SCREEN));
      assertThat(pages.split("\u001b\\[H", -1))
          .allMatch(page -> page.lines().count() <= rows)
          .noneMatch(page -> page.contains("\u001b[2J"));
    }
  }

  private static Terminal terminal(int columns, int rows) {
    return new Terminal(100, false, true, false, () -> new Window.Size(columns, rows));
  }

  private void append(String text) throws IOException {
    Files.writeString(
        log, text, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
  }

  private static void write(Pipe pipe, String text) throws IOException {
    pipe.sink().write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
  }
}
