package dev.winnow.cli.report;

import dev.winnow.cli.console.Console;
import dev.winnow.cli.console.DisplayWidth;
import dev.winnow.cli.console.Glyphs;
import dev.winnow.cli.console.Output;
import dev.winnow.cli.console.Printable;
import dev.winnow.cli.console.Style;
import dev.winnow.kernel.record.SeverityNumber;

/** Where a report is written: lines of a width, in a style. */
public final class Page {
  private final Output out;
  private final int width;
  public final Style style;
  public final Glyphs glyphs;

  public Page(Console console) {
    out = console.out();
    width = console.terminal().columns();
    style = new Style(console.terminal());
    glyphs = new Glyphs(console.terminal());
  }

  public int width() {
    return width;
  }

  public void line(String text) {
    out.line(text.stripTrailing());
  }

  /** Writes a line that matters less, behind a margin. */
  public void faint(int margin, String text) {
    line(" ".repeat(margin) + style.faint(cut(text, width - margin)));
  }

  public void section(String heading) {
    line("");
    line(style.heading(heading));
  }

  /** Log text that is safe to print and fits. */
  public String cut(String text, int columns) {
    return DisplayWidth.cut(Printable.of(text), columns, glyphs.ellipsis());
  }

  /** Paints a text as its severity deserves. */
  public String paint(SeverityNumber range, String text) {
    return range.isError()
        ? style.bad(text)
        : range == SeverityNumber.WARN ? style.doubtful(text) : text;
  }

  /** The text with blanks in front, up to a width. */
  public static String right(String text, int columns) {
    return " ".repeat(Math.max(0, columns - text.length())) + text;
  }
}
