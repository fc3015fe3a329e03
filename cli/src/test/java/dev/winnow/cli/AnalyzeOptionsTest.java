package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AnalyzeOptionsTest {
  private static final String LOG =
      """
      2026-11-21T10:00:00Z INFO started
      2026-11-21T10:00:01Z ERROR failed for user=ada
      2026-11-21T10:00:02Z WARN slow
      no time here
      2026-11-21T10:00:03Z INFO stopped
      """;

  @ParameterizedTest
  @CsvSource({
    "--since=2026-11-21T10:00:02Z, 2, 2",
    "--until=2026-11-21T10:00:02Z, 2, 2",
    "--where=level >= warn,        2, 2",
    "--where=message contains ada, 1, 3",
    "--where=not level = info,     2, 2"
  })
  void looksAtTheRecordsThatAreAskedFor(String option, long records, long leftOut) {
    Invocation report = Invocation.withInput(LOG, "analyze", "--json", option, "-");

    assertThat(report.out())
        .contains("\"records_left_out\":" + leftOut)
        .contains("\"lines_read\":5,\"records\":4,\"joined_lines\":1");
    assertThat(levels(report.out())).isEqualTo(records);
  }

  private static long levels(String json) {
    int start = json.indexOf("\"levels\":[");
    String levels = json.substring(start, json.indexOf(']', start));
    long sum = 0;
    for (String part : levels.split("\"count\":", -1)) {
      sum += Character.isDigit(part.charAt(0)) ? part.charAt(0) - '0' : 0;
    }
    return sum;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          error           | 3
          new-error       | 0
          secret          | 0
          malformed,error | 3
          change          | 0
          """)
  void failsOnWhatItIsToFailOn(String condition, int exitCode) {
    assertThat(Invocation.withInput(LOG, "analyze", "--fail-on", condition, "-").exitCode())
        .isEqualTo(exitCode);
  }

  @Test
  void tellsNoSecretThatIsCut() {
    String log = "x".repeat(2020) + " ghp_abcdefghijklmnopqrstuvwxyzABCD0123456\n";

    Invocation report = Invocation.withInput(log, "analyze", "--json", "-");

    assertThat(report.out()).contains("github_token").doesNotContain("ghp_");
  }

  @Test
  void refusesTimesThatNoRecordCanLieBetween() {
    Invocation refused =
        Invocation.withInput(LOG, "analyze", "--since=2026-11-22", "--until=2026-11-21", "-");

    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.err()).contains("--since 2026-11-22 is not before --until 2026-11-21");
  }

  @Test
  void pointsAtWhatIsWrongInACondition() {
    Invocation refused = Invocation.withInput(LOG, "analyze", "--where", "level >=", "-");

    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.out()).isEmpty();
    assertThat(refused.err())
        .startsWith("winnow: --where: ")
        .contains("winnow: level >=\nwinnow:         ^\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --since=soon      | --since: 'soon' is no time
          --format=nonsense | --format: no layout is called nonsense; there are
          --fail-on=weather | 'weather' is none of error, new-error, change, secret, malformed
          --top=0           | --top must be 1 or more, but is 0
          """)
  void explainsAWrongOption(String option, String complaint) {
    Invocation refused = Invocation.withInput(LOG, "analyze", option, "-");

    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.err()).contains(complaint);
  }

  @Test
  void readsAllLinesByTheLayoutThatIsAskedFor() {
    Invocation report = Invocation.withInput(LOG, "analyze", "--json", "--format", "plain", "-");

    assertThat(report.out()).contains("[{\"id\":\"plain\",\"name\":\"plain text\",\"lines\":5}]");
  }

  @Test
  void explainsWhichLayoutItTakesLinesFor() {
    Invocation report = Invocation.withInput(LOG, "analyze", "--explain-format", "-");

    assertThat(report.exitCode()).isZero();
    assertThat(report.out())
        .contains("5 lines looked at")
        .containsPattern("text with time and level \\(text-time-level\\) +80.0 % +80.0 % +14 +1\n")
        .containsPattern("plain text \\(plain\\) +20.0 % +20.0 % +- +4\n")
        .containsPattern("text with time \\(text-time\\) +0 % +80.0 % +8 +1\n");
  }

  @Test
  void writesAPageBesideTheReport(@TempDir Path directory) throws IOException {
    Path page = directory.resolve("report.html");
    Files.writeString(page, "old");

    Invocation report = Invocation.withInput(LOG, "analyze", "--html", page.toString(), "-");

    assertThat(report.exitCode()).isZero();
    assertThat(report.err()).isEqualTo("winnow: the page is in " + page + "\n");
    assertThat(Files.readString(page)).startsWith("<!DOCTYPE html>").endsWith("</html>\n");
    try (Stream<Path> files = Files.list(directory)) {
      assertThat(files).containsExactly(page);
    }
  }

  @Test
  void saysThatTheDiskIsFull() {
    Invocation report = Invocation.withInput(LOG, "analyze", "--html", "/dev/full", "-");

    assertThat(report.exitCode()).isEqualTo(2);
    assertThat(report.out()).contains("TOP TEMPLATES");
    assertThat(report.err())
        .isEqualTo("winnow: /dev/full could not be written: No space left on device\n");
  }

  @Test
  void keepsWhatWasThereIfThePageCannotBeWritten(@TempDir Path directory) {
    Path page = directory.resolve("nowhere/report.html");

    Invocation report = Invocation.withInput(LOG, "analyze", "--html", page.toString(), "-");

    assertThat(report.exitCode()).isEqualTo(2);
    assertThat(report.err())
        .isEqualTo("winnow: " + page + " could not be written: its directory does not exist\n");
  }

  @Test
  void printsMarkdown() {
    Invocation report = Invocation.withInput(LOG, "analyze", "--markdown", "-");

    assertThat(report.exitCode()).isZero();
    assertThat(report.out()).contains("| ERROR |").doesNotContain("TOP TEMPLATES");
  }
}
