package dev.winnow.cli.analyze;

import dev.winnow.cli.console.Console;
import dev.winnow.cli.console.DisplayWidth;
import dev.winnow.cli.console.Figures;
import dev.winnow.cli.console.Printable;
import dev.winnow.cli.console.Style;
import dev.winnow.formats.input.Input;
import dev.winnow.formats.layout.LayoutSurvey;
import dev.winnow.formats.layout.Layouts;
import java.io.IOException;
import java.util.List;

/** Says which layouts the lines of a log could have, and which were taken, and why. */
final class FormatExplanation {
  private static final int MAX_ROWS = 12;
  private static final int NAME = 44;
  private static final int COLUMN = 12;

  private final Console console;
  private final Style style;

  FormatExplanation(Console console) {
    this.console = console;
    this.style = new Style(console.terminal());
  }

  void print(Input input, Layouts layouts) throws IOException {
    LayoutSurvey survey = new LayoutSurvey(layouts, input.asOf());
    List<LineSample.Line> sample = LineSample.of(input);
    sample.forEach(line -> survey.add(line.text(), line.number()));
    console.out().line(style.heading(Printable.of(input.name())));
    console
        .out()
        .line(
            Figures.count(survey.lines(), "line", "lines")
                + " looked at: the first 200, and up to 200 of the rest");
    if (survey.lines() == 0) {
      return;
    }
    console
        .out()
        .line(
            "\n"
                + style.heading(
                    DisplayWidth.pad("LAYOUT", NAME)
                        + right("taken for")
                        + right("fits")
                        + right("weight")
                        + right("first line")));
    List<LayoutSurvey.Fit> fits = survey.fits();
    for (LayoutSurvey.Fit fit : fits.subList(0, Math.min(MAX_ROWS, fits.size()))) {
      print(fit, survey.lines());
    }
    console
        .out()
        .line(
            style.faint(
                "\nEach line is read by itself. Of the layouts that fit it the one with the greatest"
                    + " weight is taken:\nit explains most of the line. --format ID reads all lines"
                    + " by one layout."));
  }

  private void print(LayoutSurvey.Fit fit, int lines) {
    String name = fit.layout().name() + " (" + fit.layout().id() + ")";
    String row =
        DisplayWidth.pad(name, NAME)
            + right(Figures.share(fit.taken(), lines))
            + right(Figures.share(fit.fitting(), lines))
            + right(fit.weight() == 0 ? "-" : Integer.toString(fit.weight()))
            + right(Figures.count(fit.example()));
    console.out().line(fit.taken() > 0 ? row : style.faint(row));
  }

  private static String right(String text) {
    return " ".repeat(Math.max(1, COLUMN - text.length())) + text;
  }
}
