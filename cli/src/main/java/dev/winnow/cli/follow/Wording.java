package dev.winnow.cli.follow;

import dev.winnow.cli.analysis.News;
import dev.winnow.cli.console.Console;
import dev.winnow.cli.console.DisplayWidth;
import dev.winnow.cli.console.Glyphs;
import dev.winnow.cli.console.Printable;
import dev.winnow.cli.console.Style;
import dev.winnow.cli.report.Headline;
import dev.winnow.kernel.record.SeverityNumber;

/** How the displays say the same things. */
final class Wording {
  private final Style style;
  private final Glyphs glyphs;
  private final boolean several;

  /** Words that name the input if there are several. */
  Wording(Console console, boolean several) {
    this.style = new Style(console.terminal());
    this.glyphs = new Glyphs(console.terminal());
    this.several = several;
  }

  /** What the news says, behind the name of its input. */
  String headline(News news, int columns) {
    String input = news.exemplar().input();
    String file = several ? input.substring(input.lastIndexOf('/') + 1) + ": " : "";
    return cut(file + oneLine(news.template().typedText()), columns);
  }

  /** A template in one line. */
  String headline(String template, int columns) {
    return cut(oneLine(template), columns);
  }

  private String oneLine(String template) {
    String line = Headline.of(template).strip().replace("\n", glyphs.lineBreak());
    return line.isEmpty() ? "(no text)" : line;
  }

  /** Log text that is safe to print and fits. */
  String cut(String text, int columns) {
    return DisplayWidth.cut(Printable.of(text), columns, glyphs.ellipsis());
  }

  /** Paints a text as its severity deserves. */
  String paint(SeverityNumber severity, String text) {
    return severity.isError()
        ? style.bad(text)
        : severity.range() == SeverityNumber.WARN ? style.doubtful(text) : text;
  }

  /** The first letter of a severity. */
  static String letter(SeverityNumber severity) {
    return severity == SeverityNumber.UNSPECIFIED ? "?" : severity.name().substring(0, 1);
  }
}
