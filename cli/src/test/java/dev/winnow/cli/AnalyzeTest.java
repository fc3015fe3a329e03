package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.winnow.cli.console.Terminal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AnalyzeTest {
  /** With this property set, the expected reports are written anew, and the tests fail. */
  private static final String REWRITE = "winnow.rewrite.expected";

  private static final Path RESOURCES = Path.of("src/test/resources");
  private static final Terminal ASCII = new Terminal(100, false, false, false);

  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"java-service.log", "agent.jsonl", "syslog"})
  void reportsWhatIsInALog(String log) throws IOException {
    Invocation report = Invocation.of("analyze", copyOf(log).toString());

    assertThat(report.exitCode()).isZero();
    assertThat(report.err()).isEmpty();
    compare(log + ".txt", report.out());
  }

  @Test
  void reportsSeveralLogsAsOne() throws IOException {
    Invocation report =
        Invocation.of(
            "analyze",
            "--top",
            "3",
            copyOf("java-service.log").toString(),
            copyOf("syslog").toString());

    compare("two-logs.txt", report.out());
  }

  @Test
  void reportsTheSameAsJson() throws IOException {
    Invocation report =
        Invocation.of("analyze", "--json", "--top", "2", copyOf("agent.jsonl").toString());

    // What ids are is pinned by the conformance vectors.
    String readable =
        report
            .out()
            .replace(",\"", ",\n\"")
            .replaceAll("\"template_id\":\"[0-9a-f]{16}\"", "\"template_id\":\"...\"");
    compare("agent.jsonl.json", readable);
  }

  private Path copyOf(String log) throws IOException {
    Path copy = Files.copy(RESOURCES.resolve("logs").resolve(log), directory.resolve(log));
    Files.setLastModifiedTime(copy, FileTime.from(Instant.parse("2026-11-21T12:00:00Z")));
    return copy;
  }

  private void compare(String name, String report) throws IOException {
    Path expected = RESOURCES.resolve("expected").resolve(name);
    String actual = report.replace(directory + "/", "");
    if (Boolean.getBoolean(REWRITE)) {
      Files.writeString(expected, actual);
      fail("written: " + expected + "; look at it, and run without -D" + REWRITE);
    }
    assertThat(actual).isEqualTo(Files.readString(expected));
  }

  @Test
  void countsFieldsThatOnlySomeRecordsHave() {
    StringBuilder log = new StringBuilder();
    for (int i = 0; i < 500; i++) {
      String ids = i % 2 == 0 ? ",\"correlation_id\":\"c-" + i + "\",\"tokens_used\":" + i : "";
      log.append("{\"level\":\"info\",\"msg\":\"done\"").append(ids).append("}\n");
    }

    assertThat(Invocation.withInput(log.toString(), "analyze", "--json", "-").out())
        .contains(
            "\"records\":500,\"joined_lines\":0,\"malformed_lines\":0",
            "{\"name\":\"level\",\"records\":500}",
            "{\"name\":\"correlation_id\",\"records\":250}",
            "{\"name\":\"tokens_used\",\"records\":250}");
  }

  @Test
  void drawsInAsciiWhereThereIsNothingElse() throws IOException {
    Invocation report =
        Invocation.withInput(new byte[0], ASCII, "analyze", copyOf("java-service.log").toString());

    assertThat(report.out().chars()).allMatch(c -> c == '\n' || (c >= ' ' && c < 0x7f));
  }

  @Test
  void coloursOnlyItsOwnWords() {
    Terminal colours = new Terminal(100, true, true, false);
    byte[] log = "[ERROR] \u001b[2J\u009b31m red \u202e drow\n".getBytes(StandardCharsets.UTF_8);

    String out = Invocation.withInput(log, colours, "analyze", "-").out();

    assertThat(out).contains("\u001b[31mERROR 1 (100 %)\u001b[0m");
    assertThat(out).doesNotContain("\u001b[2J", "\u009b", "\u202e");
  }

  @Test
  void namesAMessageWithoutText() {
    assertThat(Invocation.withInput("[INFO] \n", "analyze", "-").out())
        .contains("  1 I (no text)  ");
  }

  @Test
  void saysThatNothingIsThere() {
    assertThat(Invocation.of("analyze", "-"))
        .isEqualTo(new Invocation(0, "standard input  0 B\nempty\n", ""));
    assertThat(Invocation.withInput("\n\n", "analyze", "-").out())
        .isEqualTo(
            """
            standard input  2 B

            LINES
              2 = 0 begin a record + 2 blank or header
            """);
  }

  @Test
  void neverGoesWiderThanTheTerminal() throws IOException {
    for (int columns : new int[] {72, 100, 160}) {
      String log = columns == 72 ? "java-service.log" : columns == 100 ? "agent.jsonl" : "syslog";
      Terminal terminal = new Terminal(columns, false, true, false);
      Invocation report =
          Invocation.withInput(new byte[0], terminal, "analyze", copyOf(log).toString());

      assertThat(report.out().lines().skip(1)).allMatch(line -> line.length() <= columns);
    }
  }
}
