package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.cli.console.Terminal;
import dev.winnow.cli.report.Expected;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ExplainTest {
  private static final String AFTER = "src/test/resources/logs/after.log";

  @TempDir private Path directory;

  @Test
  void tellsAllAboutATemplate() throws IOException {
    Invocation report = Invocation.of("analyze", "--explain", "1", AFTER);

    assertThat(report.exitCode()).isZero();
    assertThat(report.err()).isEmpty();
    Expected.compare("explained.txt", report.out());
  }

  @Test
  void tellsTheSameAsJson() throws IOException {
    Invocation report = Invocation.of("analyze", "--explain", "4", "--json", AFTER);

    Expected.compare("explained.json", report.out().replace(",\"", ",\n\""));
  }

  @Test
  void tellsNoSecretAmongTheValues() {
    String log =
        """
        {"level":"info","msg":"call","authorization":"Bearer 0123456789abcdef01","host":"a"}
        {"level":"info","msg":"call","authorization":"Bearer 123456789abcdef012","host":"b"}
        {"level":"info","msg":"call","authorization":"Bearer 23456789abcdef0123","host":"c"}
        """;

    String report = Invocation.withInput(log, "analyze", "--explain", "1", "--json", "-").out();

    assertThat(report).contains("authorization").doesNotContain("abcdef01");
  }

  @Test
  void findsATemplateByRankIdOrItsFirstDigits() {
    String byRank = Invocation.of("analyze", "--explain", "2", AFTER).out();
    Matcher id = Pattern.compile("^TEMPLATE ([0-9a-f]{16})\n").matcher(byRank);
    assertThat(id.find()).isTrue();

    assertThat(Invocation.of("analyze", "--explain", id.group(1), AFTER).out()).isEqualTo(byRank);
    assertThat(Invocation.of("analyze", "--explain", id.group(1).substring(0, 6), AFTER).out())
        .isEqualTo(byRank);
  }

  @Test
  void saysWhyItFindsNone() {
    assertThat(Invocation.of("analyze", "--explain", "77", AFTER))
        .isEqualTo(
            new Invocation(1, "", "winnow: --explain: there is no template 77; the log has 10\n"));
    assertThat(Invocation.of("analyze", "--explain", "ffffffffffff", AFTER).err())
        .isEqualTo(
            "winnow: --explain: no template of the log has an id that begins with ffffffffffff\n");
    assertThat(Invocation.of("analyze", "--explain", "GET", AFTER).err())
        .isEqualTo(
            "winnow: --explain: 'GET' is neither the rank of a template nor at least the first 4 hex"
                + " digits of its id\n");
  }

  @Test
  void readsStandardInputTwice() throws IOException {
    byte[] log = Files.readAllBytes(Path.of(AFTER));

    Invocation piped = Invocation.withInput(log, Terminal.NONE, "analyze", "--explain", "1", "-");

    assertThat(piped.out()).isEqualTo(Invocation.of("analyze", "--explain", "1", AFTER).out());
  }

  @Test
  void measuresNumbersDurationsAndSizes() throws IOException {
    String log =
        IntStream.rangeClosed(1, 60)
            .mapToObj(i -> "INFO sent part " + i + " of " + i + "MiB in " + i * 100 + "ms")
            .collect(Collectors.joining("\n", "", "\n"));
    Path file = Files.writeString(directory.resolve("sizes.log"), log);

    Invocation report = Invocation.of("analyze", "--explain", "1", file.toString());

    assertThat(report.out())
        .contains(
            "<num>   60 different values   min 1  median 30  p95 57  max 60\n",
            "<size>   60 different values   min 1.05 MB  median 31.5 MB  p95 59.8 MB  max 62.9 MB\n",
            "<dur>   60 different values   min 100 ms  median 3 s  p95 5.70 s  max 6 s\n");
  }

  @Test
  void showsNoSecret() throws IOException {
    String secret = "Tr0ub4dor-and-3";
    String log =
        IntStream.range(0, 30)
            .mapToObj(i -> "INFO login of user" + i + " with password=" + secret + i)
            .collect(Collectors.joining("\n", "", "\n"));
    Path file = Files.writeString(directory.resolve("secrets.log"), log);

    String text = Invocation.of("analyze", "--explain", "1", file.toString()).out();

    assertThat(text).contains("<secret:password>").doesNotContain("ub4dor");
    assertThat(Invocation.of("analyze", "--explain", "1", "--json", file.toString()).out())
        .doesNotContain("ub4dor");
  }

  @Test
  void saysOnceWhatCannotBeRead() {
    Invocation report =
        Invocation.of("analyze", "--explain", "1", AFTER, directory.resolve("none").toString());

    assertThat(report.exitCode()).isEqualTo(2);
    assertThat(report.out()).startsWith("TEMPLATE ");
    assertThat(report.err().lines()).hasSize(1);
  }

  @Test
  void looksOnlyAtTheRecordsAskedFor() {
    Invocation report =
        Invocation.of("analyze", "--explain", "1", "--where", "level >= error", AFTER);

    assertThat(report.out()).contains("22 records (55.0 %)");
  }

  @Test
  void neverGoesWiderThanTheTerminal() {
    Terminal narrow = new Terminal(72, false, false, false);

    Invocation report =
        Invocation.withInput(new byte[0], narrow, "analyze", "--explain", "1", AFTER);

    assertThat(report.out().lines()).allMatch(line -> line.length() <= 72);
  }
}
