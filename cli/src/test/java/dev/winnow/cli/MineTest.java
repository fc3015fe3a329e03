package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.cli.console.Terminal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MineTest {
  private static final String USERS = "User 123 logged in\nUser 456 logged in\ndisk 99% full\n";

  @TempDir private Path directory;

  @Test
  void countsMessagesByTemplate() {
    assertThat(Invocation.withInput(USERS, "mine", "-"))
        .isEqualTo(
            new Invocation(
                0,
                """
                2  66.7%  User <*> logged in
                1  33.3%  disk <*>% full
                """,
                ""));
  }

  @Test
  void showsTypesOnRequest() {
    assertThat(Invocation.withInput(USERS, "mine", "--typed", "-").out())
        .isEqualTo(
            """
            2  66.7%  User <num> logged in
            1  33.3%  disk <num>% full
            """);
  }

  @Test
  void sumsUpWhatIsNotShown() {
    assertThat(Invocation.withInput(USERS + "a\nb\nc\n", "mine", "--top", "1", "-").out())
        .isEqualTo(
            """
            2  33.3%  User <*> logged in
            4  66.7%  (4 more templates)
            """);
  }

  @Test
  void leavesOutHeadersAndJoinsStackTraces() {
    String log =
        """
        2026-11-21 10:00:00,123 ERROR [main] shop.Orders - order 7 failed
        java.lang.IllegalStateException: closed
        \tat shop.Orders.place(Orders.java:7)
        2026-11-21 10:00:01,123 INFO [main] shop.Orders - order 8 placed
        2026-11-21 10:00:02,123 INFO [pool-1] shop.Orders - order 9 placed
        """;

    assertThat(Invocation.withInput(log, "mine", "-").out())
        .isEqualTo(
            """
            2  66.7%  order <*> placed
            1  33.3%  order <*> failed\\njava.lang.IllegalStateException: <*>\\n<*>
            """);
  }

  @Test
  void printsJson() {
    assertThat(Invocation.withInput(USERS + "\n{\n", "mine", "--json", "--top", "1", "-").out())
        .matches(
            "\\{\"partial\":false,\"lines_read\":5,\"records\":4,\"joined_lines\":0,"
                + "\"malformed_lines\":0,\"blank_or_header_lines\":1,"
                + "\"records_without_template\":0,\"templates_total\":3,\"templates\":\\["
                + "\\{\"template_id\":\"[0-9a-f]{16}\",\"template\":\"User <\\*> logged in\","
                + "\"count\":2,\"share\":0.5}]}\n");
  }

  @Test
  void findsFiftyErrorsInAHundredThousand() {
    Random random = new Random(3);
    StringBuilder log = new StringBuilder();
    for (int i = 0; i < 100_000; i++) {
      int kind = i % 50;
      String name = "Module" + (char) ('A' + kind / 26) + (char) ('a' + kind % 26);
      log.append("2026-11-21 10:00:00 ERROR ").append(name).append(" failed for order ");
      log.append(random.nextInt(1_000_000)).append(" after ").append(random.nextInt(5000));
      log.append(" ms\n");
    }
    List<String> rows = Invocation.withInput(log.toString(), "mine", "-").out().lines().toList();

    assertThat(rows).hasSize(50);
    assertThat(rows.stream().mapToLong(row -> Long.parseLong(row.strip().split(" ", 2)[0])).sum())
        .isEqualTo(100_000);
    assertThat(rows).allMatch(row -> row.endsWith(" failed for order <*> after <*> ms"));
  }

  @Test
  void assignsATemplateToEveryLine() {
    String bodies =
        "User 1 logged in\n\nfailed\\njava.lang.Error: x\\n\\tat a.B.c(B.java:1)\n"
            + "{\"msg\":\"a\\nb 5\"}\nUser 2 logged in";
    List<String> rows =
        Invocation.withInput(bodies, "mine", "--raw", "--assign", "-").out().lines().toList();

    assertThat(rows.stream().map(row -> row.substring(17)))
        .containsExactly(
            "User <*> logged in",
            "",
            "failed\\njava.lang.Error: <*>\\n<*>",
            "{\"msg\":\"a\\nb <*>\"}",
            "User <*> logged in");
    assertThat(rows).allMatch(row -> row.matches("[0-9a-f]{16}\t.*"));
    assertThat(rows.get(0)).isEqualTo(rows.get(4));
  }

  @Test
  void assignsWhatWasLearnedLaterUnlessOnline() {
    String words = "alpha bravo charlie delta echo foxtrot golf hotel india juliet kilo lima";
    String bodies =
        String.join(
            "", List.of(words.split(" ")).stream().map(w -> "job of " + w + " done\n").toList());

    assertThat(templates(bodies, "mine", "--raw", "--assign", "-")).containsOnly("job of <*> done");
    assertThat(templates(bodies, "mine", "--raw", "--assign", "--online", "-").get(0))
        .isEqualTo("job of alpha done");
  }

  private static List<String> templates(String bodies, String... arguments) {
    return Invocation.withInput(bodies, arguments).out().lines().map(r -> r.substring(17)).toList();
  }

  @Test
  void printsOneLineForEachLineWhateverIsInIt() {
    byte[] bodies = new byte[50_000];
    new Random(5).nextBytes(bodies);
    byte[] text = "plain text\n".repeat(1000).getBytes(StandardCharsets.UTF_8);
    byte[] all = Arrays.copyOf(text, text.length + bodies.length + 1);
    System.arraycopy(bodies, 0, all, text.length, bodies.length);
    all[all.length - 1] = '\n';
    long lines = IntStream.range(0, all.length).filter(i -> all[i] == '\n').count();

    String out = Invocation.withInput(all, Terminal.NONE, "mine", "--raw", "--assign", "-").out();

    assertThat(out.lines().count()).isEqualTo(lines);
    assertThat(out.chars().filter(c -> c == '\t').count()).isEqualTo(lines);
    assertThat(out.chars().filter(c -> c < ' ' && c != '\n' && c != '\t')).isEmpty();
  }

  @Test
  void takesSeveralFilesAsOneAndGoesOnAfterABadOne() throws IOException {
    Path one = Files.writeString(directory.resolve("one.log"), "User 1 logged in\n");
    Path two = Files.writeString(directory.resolve("two.log"), "User 2 logged in\n");
    String missing = directory.resolve("missing.log").toString();

    assertThat(Invocation.of("mine", one.toString(), missing, two.toString()))
        .isEqualTo(
            new Invocation(
                2,
                "2   100%  User <*> logged in\n",
                "winnow: "
                    + missing
                    + " does not exist; check the name, or give - to read standard input\n"));
  }

  @Test
  void refusesOptionsThatDoNotFit() {
    assertThat(Invocation.of("mine", "--assign", "x"))
        .isEqualTo(
            new Invocation(
                1,
                "",
                """
                winnow: --assign works on lines, so it needs --raw as well
                winnow: see winnow mine --help
                """));
    assertThat(Invocation.of("mine", "--online", "x").exitCode()).isEqualTo(1);
    assertThat(Invocation.of("mine", "--raw", "--assign", "--json", "x").exitCode()).isEqualTo(1);
    assertThat(Invocation.of("mine", "--top", "-1", "x").err())
        .startsWith("winnow: --top must be 0 or more, but is -1\n");
  }
}
