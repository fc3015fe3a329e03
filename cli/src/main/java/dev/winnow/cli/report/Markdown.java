package dev.winnow.cli.report;

import dev.winnow.cli.console.Printable;
import java.util.List;

/**
 * Writes Markdown as GitHub reads it. Text of a log stands in code spans only, where it is text.
 */
public final class Markdown {
  private static final int MAX_CODE = 140;

  private final StringBuilder out = new StringBuilder();

  /** Text of a log, in one line and without its end if it is long. */
  public static String code(String text) {
    return code(text, MAX_CODE);
  }

  /** Text of a log, in one line of so many characters at most. */
  static String code(String text, int limit) {
    String line = Wording.cut(Printable.of(text.replace('\n', '\u21b5')).strip(), limit);
    if (line.isEmpty()) {
      return "(no text)";
    }
    String fence = "`".repeat(longestRun(line) + 1);
    String blank = line.startsWith("`") || line.endsWith("`") ? " " : "";
    return fence + blank + line.replace("|", "\\|") + blank + fence;
  }

  /** The greatest number of backticks in a row. */
  private static int longestRun(String text) {
    int longest = 0;
    int run = 0;
    for (int i = 0; i < text.length(); i++) {
      run = text.charAt(i) == '`' ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return longest;
  }

  public void heading(String hashes, String text) {
    out.append(out.isEmpty() ? "" : "\n").append(hashes).append(' ').append(text).append('\n');
  }

  public void paragraph(String text) {
    out.append('\n').append(text).append('\n');
  }

  /** Writes text that keeps its columns. It must be none of the log's. */
  void block(String text) {
    out.append("\n```\n").append(text).append("\n```\n");
  }

  public void list(List<String> items) {
    out.append('\n');
    items.forEach(item -> out.append("- ").append(item).append('\n'));
  }

  /** Begins a table; a column whose name begins with {@code #} holds numbers. */
  public void table(String... columns) {
    out.append("\n|");
    for (String column : columns) {
      out.append(' ').append(column.startsWith("#") ? column.substring(1) : column).append(" |");
    }
    out.append("\n|");
    for (String column : columns) {
      out.append(column.startsWith("#") ? " ---: |" : " --- |");
    }
    out.append('\n');
  }

  public void row(String... cells) {
    out.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }

  public String text() {
    return out.toString();
  }
}
