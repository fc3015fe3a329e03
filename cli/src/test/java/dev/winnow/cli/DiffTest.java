package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.cli.console.Terminal;
import dev.winnow.cli.report.Expected;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DiffTest {
  private static final Path LOGS = Path.of("src/test/resources/logs");
  private static final String BEFORE = LOGS.resolve("before.log").toString();
  private static final String AFTER = LOGS.resolve("after.log").toString();

  @TempDir private Path directory;

  @Test
  void reportsWhatDiffers() throws IOException {
    Invocation report = Invocation.of("diff", BEFORE, AFTER);

    assertThat(report.exitCode()).isZero();
    assertThat(report.err()).isEmpty();
    Expected.compare("before-after.txt", withoutDirectory(report.out()));
  }

  @Test
  void reportsTheOppositeTheOtherWayRound() throws IOException {
    Invocation report = Invocation.of("diff", AFTER, BEFORE);

    Expected.compare("after-before.txt", withoutDirectory(report.out()));
  }

  @Test
  void reportsTheSameAsMarkdown() throws IOException {
    Invocation report = Invocation.of("diff", "--markdown", BEFORE, AFTER);

    Expected.compare("before-after.md", withoutDirectory(report.out()));
  }

  @Test
  void reportsTheSameAsJson() throws IOException {
    Invocation report = Invocation.of("diff", "--json", BEFORE, AFTER);

    // How probabilities are computed is pinned by others.
    String readable =
        withoutDirectory(report.out())
            .replace(",\"", ",\n\"")
            .replaceAll("(\\.\\d{4})\\d+", "$1")
            .replaceAll("\"([pq]_value)\":[0-9.Ee-]+", "\"$1\":...");
    Expected.compare("before-after.json", readable);
  }

  private static String withoutDirectory(String report) {
    return report.replace(LOGS + "/", "");
  }

  @ParameterizedTest
  @CsvSource({
    "new-error, 3",
    "new, 3",
    "gone, 3",
    "errors, 3",
    "latency, 3",
    "bytes, 0",
    "secret, 3",
    "any, 3",
    "'bytes,gone', 3"
  })
  void failsOnWhatItIsAskedTo(String condition, int exitCode) {
    assertThat(Invocation.of("diff", "--fail-on", condition, BEFORE, AFTER).exitCode())
        .isEqualTo(exitCode);
  }

  @Test
  void doesNotFailOnWhatGotBetter() {
    Invocation report =
        Invocation.of("diff", "--fail-on", "new-error,errors,latency,bytes,secret", AFTER, BEFORE);

    assertThat(report.exitCode()).isZero();
  }

  @Test
  void findsNothingBetweenALogAndItself() throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(Path.of(BEFORE)));
    Collections.shuffle(lines, new Random(1));
    Path shuffled = Files.write(directory.resolve("shuffled.log"), lines);

    for (String other : List.of(BEFORE, shuffled.toString())) {
      Invocation report = Invocation.of("diff", "--fail-on", "any", BEFORE, other);

      assertThat(report.exitCode()).isZero();
      assertThat(report.out()).contains("sizes 1 : 1,", "\nno difference found\n");
    }
  }

  @Test
  void findsNothingBetweenALogAndHalfOfIt() throws IOException {
    List<String> lines = Files.readAllLines(Path.of(BEFORE));
    List<String> half =
        IntStream.range(0, lines.size()).filter(i -> i % 2 == 0).mapToObj(lines::get).toList();
    Path file = Files.write(directory.resolve("half.log"), half);

    Invocation report = Invocation.of("diff", "--fail-on", "any", BEFORE, file.toString());

    assertThat(report.exitCode()).isZero();
    assertThat(report.out()).contains("sizes 1 : 0.5, by all records", "\nno difference found\n");
  }

  @Test
  void cannotTellOneRecordFromAnother() {
    Invocation report = compared("INFO started\n", "ERROR it broke\n", "--fail-on", "any");

    assertThat(report.exitCode()).isZero();
    assertThat(report.out())
        .contains(
            "\nno difference found\n",
            "TOO FEW TO TELL\n  2 templates: 1 only in the candidate (1 error), 1 only in the base\n");
  }

  @Test
  void comparesNothingWithNothing() {
    for (List<String> logs : List.of(List.of("", "INFO x\n"), List.of("INFO x\n", ""))) {
      String empty = logs.getFirst().isEmpty() ? "base" : "candidate";
      String message =
          "winnow: nothing to compare: the " + empty + " has no records that are looked at\n";

      assertThat(compared(logs.get(0), logs.get(1))).isEqualTo(new Invocation(0, "", message));
      assertThat(compared(logs.get(0), logs.get(1), "--fail-on", "any"))
          .isEqualTo(new Invocation(2, "", message));
    }
  }

  @Test
  void matchesATemplateThatEachLogShowsInAnotherWay() {
    String base = lines(60, i -> "INFO session of host-alpha closed after " + i + " requests");
    String candidate =
        lines(60, i -> "INFO session of " + word(i) + " closed after " + i + " requests");

    assertThat(compared(base, candidate, "--fail-on", "any").exitCode()).isZero();
  }

  @Test
  void doesNotTakeOneMoreLineForLessOfAllOthers() {
    String[] steps = {
      "read the request", "found a user", "loaded rules for them", "asked the stock",
      "reserved articles in it", "wrote the invoice", "sent a mail about it", "cleaned all up",
      "closed the session", "went back to sleep"
    };
    IntFunction<String> usual = i -> "INFO " + steps[i % 10] + " in " + i + " ms";
    String base = lines(800, usual);
    String candidate = base + lines(3_000, i -> "DEBUG cache looked up for key " + i);

    Invocation report = compared(base, candidate);

    assertThat(report.out())
        .contains(
            "sizes 1 : 1, the median of 10 frequent templates that both have (records 1 : 4.75)",
            "\n1 new template, ");
  }

  @Test
  void comparesTwoTimesOfOneLog() throws IOException {
    byte[] both =
        (Files.readString(Path.of(BEFORE)) + Files.readString(Path.of(AFTER)))
            .getBytes(StandardCharsets.UTF_8);
    String verdict =
        Invocation.of("diff", BEFORE, AFTER).out().lines().skip(4).findFirst().orElseThrow();
    Path file = directory.resolve("both.log.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(both);
    }
    String[][] ways = {
      {"diff", "--split", "2026-11-21", file.toString()},
      {"diff", "--split", "2026-11-21T00:00:00Z", "-"},
      {"diff", "--base-until", "2026-11-20 23:00", "--since", "2026-11-21", file.toString()},
    };

    for (String[] way : ways) {
      Invocation report = Invocation.withInput(both, Terminal.NONE, way);

      assertThat(report.exitCode()).isZero();
      assertThat(report.out()).contains("  520 records", "  383 records", "\n" + verdict + "\n");
    }
  }

  @Test
  void takesSeveralFilesForOneLog() {
    Invocation report = Invocation.of("diff", "--base", BEFORE, "--base", BEFORE, AFTER, AFTER);

    assertThat(report.out())
        .contains("before.log  1 040 records  104 kB", "after.log  766 records  82.9 kB");
  }

  @Test
  void looksOnlyAtWhatItIsAskedTo() {
    Invocation report = Invocation.of("diff", "--where", "level >= warn", BEFORE, AFTER);

    assertThat(report.out()).contains("  50 records", "  90 records").doesNotContain("SLOWER");
  }

  @Test
  void showsNoSecret() throws IOException {
    String secret = "Tr0ub4dor-and-3";
    String log =
        lines(
            30,
            i ->
                "ERROR java.lang.IllegalStateException: password="
                    + secret
                    + "\n\tat a.B.c(B.java:1)");

    assertThat(Files.readString(Path.of(AFTER))).contains(secret);
    for (String form : List.of("--json", "--markdown", "--top=50")) {
      assertThat(Invocation.of("diff", form, BEFORE, AFTER).out()).doesNotContain(secret);
      assertThat(compared(lines(30, i -> "INFO x"), log, form).out()).doesNotContain(secret);
    }
  }

  @Test
  void letsNoLogTextActInMarkdown() {
    String log = lines(40, i -> "ERROR `x` | <img src=a> @someone ``` \u001b[2J");

    String report = compared(lines(40, i -> "INFO x"), log, "--markdown").out();

    assertThat(report).contains("| 0 → 40 | ```` `x` \\| <img").doesNotContain("\u001b");
  }

  @Test
  void explainsWhatItCannotCompare() {
    assertThat(Invocation.of("diff", BEFORE).err())
        .startsWith(
            "winnow: one log alone has nothing to differ from: name two, or a --split TIME\n");
    assertThat(Invocation.of("diff", BEFORE, AFTER, AFTER).err())
        .startsWith("winnow: more than two logs: say with --base which of them are the base\n");
    assertThat(Invocation.of("diff", "-", "-").err())
        .startsWith("winnow: standard input cannot be both the base and the candidate\n");
    assertThat(Invocation.of("diff", "--json", "--markdown", BEFORE, AFTER).err())
        .startsWith("winnow: --json and --markdown exclude each other\n");
    assertThat(Invocation.of("diff", "--split", "noon", BEFORE).err())
        .startsWith("winnow: --split: 'noon' is no time;");
    assertThat(Invocation.of("diff", BEFORE, directory.resolve("none").toString()).exitCode())
        .isEqualTo(2);
  }

  @Test
  void neverGoesWiderThanTheTerminal() {
    for (int columns : new int[] {72, 100, 160}) {
      Terminal terminal = new Terminal(columns, false, true, false);
      Invocation report = Invocation.withInput(new byte[0], terminal, "diff", BEFORE, AFTER);

      assertThat(report.out().lines()).allMatch(line -> line.length() <= columns);
    }
  }

  private Invocation compared(String base, String candidate, String... options) {
    List<String> arguments = new ArrayList<>(List.of("diff"));
    Collections.addAll(arguments, options);
    arguments.add(file("base.log", base));
    arguments.add(file("candidate.log", candidate));
    return Invocation.of(arguments.toArray(String[]::new));
  }

  private String file(String name, String text) {
    try {
      return Files.writeString(directory.resolve(name), text).toString();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static String lines(int count, IntFunction<String> line) {
    return IntStream.range(0, count).mapToObj(line).collect(Collectors.joining("\n", "", "\n"));
  }

  /** A word of letters that is another for each number. */
  private static String word(int number) {
    return "host-" + (char) ('a' + number % 26) + (char) ('a' + number / 26) + "m";
  }
}
