package dev.winnow.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

final class MarkdownReportTest {
  @Test
  void showsWhatWasFound() throws IOException {
    Expected.compare("shop.md", markdown(Logs.shop()));
  }

  @Test
  void isSensibleWhereThereIsLittle() throws IOException {
    assertThat(markdown("")).isEqualTo("## Log report: `shop.log`\n\nThe log is empty.\n");
    assertThat(markdown("\n\n"))
        .isEqualTo(
            """
            ## Log report: `shop.log`

            No line is a record.

            ### Lines

            `2 = 0 begin a record + 2 blank or header`
            """);
  }

  @Test
  void keepsLogTextInCodeSpans() {
    assertThat(Markdown.code("a | b")).isEqualTo("`a \\| b`");
    assertThat(Markdown.code("a `b` c")).isEqualTo("``a `b` c``");
    assertThat(Markdown.code("`a")).isEqualTo("`` `a ``");
    assertThat(Markdown.code("one\ntwo\u202e")).isEqualTo("`one\u21b5two`");
    assertThat(Markdown.code(" ")).isEqualTo("(no text)");
  }

  @Test
  void keepsTheColumnsOfTablesWhateverALogHolds() throws IOException {
    assertThat(markdown(Logs.hostile()).lines().filter(line -> line.contains("script")))
        .isNotEmpty()
        .allMatch(line -> pipes(line) == 6 || pipes(line) == 7)
        .noneMatch(line -> line.contains("\u202e"));
  }

  /** Those that divide a row. */
  private static long pipes(String line) {
    return line.replace("\\|", "").chars().filter(c -> c == '|').count();
  }

  @Test
  void fitsInAComment() throws IOException {
    assertThat(new MarkdownReport(Logs.findings(Logs.xml()), 1000).text().length())
        .isLessThan(60_000);
  }

  private static String markdown(String log) throws IOException {
    return new MarkdownReport(Logs.findings(log), 10).text();
  }
}
