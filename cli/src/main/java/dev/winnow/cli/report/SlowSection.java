package dev.winnow.cli.report;

import dev.winnow.cli.analysis.Findings;
import dev.winnow.cli.console.DisplayWidth;
import dev.winnow.cli.console.Figures;
import dev.winnow.core.sketch.QuantileSketch;
import java.util.List;

/** The templates whose records tell of the most time, with how it is spread. */
final class SlowSection {
  private static final int COLUMN = 12;
  private static final int COLUMNS = 4;
  private static final int MARGIN = 2;

  private final Findings findings;
  private final Wording wording;
  private final Page page;

  SlowSection(Findings findings, Wording wording, Page page) {
    this.findings = findings;
    this.wording = wording;
    this.page = page;
  }

  void print(int top) {
    List<SlowSpot> slowest = SlowSpot.of(findings).stream().limit(top).toList();
    if (slowest.isEmpty()) {
      return;
    }
    int width = page.width() - MARGIN - COLUMN * COLUMNS;
    page.section(
        DisplayWidth.pad("SLOW SPOTS", MARGIN + width)
            + Page.right("median", COLUMN)
            + Page.right("p95", COLUMN)
            + Page.right("longest", COLUMN)
            + Page.right("in all", COLUMN));
    for (SlowSpot slow : slowest) {
      QuantileSketch durations = slow.durations();
      String text = wording.headline(slow.template(), slow.template().template().typedText());
      page.line(
          " ".repeat(MARGIN)
              + DisplayWidth.pad(page.cut(text, width - 1), width)
              + column(durations.quantile(.5))
              + column(durations.quantile(.95))
              + column(durations.max())
              + column(durations.sum()));
    }
  }

  private static String column(double nanos) {
    return Page.right(Figures.time(nanos), COLUMN);
  }
}
