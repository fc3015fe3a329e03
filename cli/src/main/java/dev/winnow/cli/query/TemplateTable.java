package dev.winnow.cli.query;

import dev.winnow.cli.console.DisplayWidth;
import dev.winnow.cli.console.Figures;
import dev.winnow.cli.console.Printable;
import dev.winnow.cli.report.Page;
import dev.winnow.kernel.record.AnyValue;
import dev.winnow.kernel.record.Attributes;
import dev.winnow.kernel.record.SeverityNumber;
import java.util.List;

/** The templates that a server listed, as a table. Its counts add up to all records. */
final class TemplateTable {
  private static final int TREND_CELLS = 25;

  /** Rank, level and the blanks around them. */
  private static final int MARGIN = 6;

  /** {@code 2026-11-21T10:00}, behind which finer digits are left out. */
  private static final int MINUTES_LENGTH = 16;

  private static final int SHARE = 9;
  private static final int BYTES = 9;

  private final Page page;
  private final Attributes answer;
  private final long records;
  private final int countWidth;
  private final int textWidth;

  TemplateTable(Page page, Attributes answer) {
    this.page = page;
    this.answer = answer;
    records = Answers.number(answer, "total_records");
    countWidth = Math.max("records".length(), Figures.count(records).length()) + 1;
    textWidth = page.width() - MARGIN - countWidth - SHARE - BYTES - TREND_CELLS - 2;
  }

  void print() {
    List<AnyValue> patterns = Answers.list(answer, "patterns");
    long templates = Answers.number(answer, "total_patterns");
    page.line(
        Figures.count(records, "record", "records")
            + " in "
            + Figures.count(templates, "template", "templates")
            + page.style.faint("  from " + time("start_time") + " until " + time("end_time")));
    if (patterns.isEmpty()) {
      return;
    }
    page.section(
        DisplayWidth.pad("TEMPLATES", MARGIN + textWidth)
            + Page.right("records", countWidth)
            + Page.right("share", SHARE)
            + Page.right("size", BYTES)
            + "  trend");
    for (int i = 0; i < patterns.size(); i++) {
      row(i + 1, Answers.object(patterns.get(i)));
    }
    rest(templates - patterns.size(), Answers.number(answer, "other_records"));
  }

  private void row(int rank, Attributes pattern) {
    SeverityNumber level = usualLevel(Answers.object(pattern.value("severities")));
    String letter = level == SeverityNumber.UNSPECIFIED ? "?" : level.name().substring(0, 1);
    String text = pattern.value("template").text();
    page.line(
        Page.right(Integer.toString(rank), 3)
            + " "
            + page.paint(level, letter)
            + " "
            + DisplayWidth.pad(
                page.cut(text.isEmpty() ? "(no text)" : text, textWidth - 1), textWidth)
            + countAndShare(Answers.number(pattern, "count"))
            + Page.right(Figures.bytes(Answers.number(pattern, "bytes")), BYTES)
            + "  "
            + page.glyphs.columns(trend(pattern)));
  }

  private void rest(long templates, long others) {
    if (templates > 0) {
      String what = Figures.count(templates, "more template", "more templates");
      String text = DisplayWidth.pad(" ".repeat(MARGIN) + what, MARGIN + textWidth);
      page.line(page.style.faint(text + countAndShare(others)));
    }
  }

  private String countAndShare(long count) {
    return Page.right(Figures.count(count), countWidth)
        + Page.right(Figures.share(count, records), SHARE);
  }

  /** The level that most of the records have. */
  private static SeverityNumber usualLevel(Attributes severities) {
    SeverityNumber usual = SeverityNumber.UNSPECIFIED;
    long most = 0;
    for (SeverityNumber level : SeverityNumber.values()) {
      long count = Answers.number(severities, level.name());
      if (count > most) {
        usual = level;
        most = count;
      }
    }
    return usual;
  }

  private static double[] trend(Attributes pattern) {
    return Answers.list(pattern, "trend").stream()
        .limit(TREND_CELLS)
        .mapToDouble(cell -> cell instanceof AnyValue.IntValue count ? count.value() : 0)
        .toArray();
  }

  private String time(String name) {
    String time = Printable.of(answer.value(name).text()).replace('T', ' ');
    return time.substring(0, Math.min(MINUTES_LENGTH, time.length()));
  }
}
