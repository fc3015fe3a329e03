package dev.winnow.cli.follow;

import dev.winnow.cli.analysis.LevelCounts;
import dev.winnow.cli.analysis.News;
import dev.winnow.cli.analysis.Overview;
import dev.winnow.cli.analysis.TimeFindings;
import dev.winnow.cli.analysis.TimeGrid;
import dev.winnow.cli.analysis.Times;
import dev.winnow.cli.console.Console;
import dev.winnow.cli.console.DisplayWidth;
import dev.winnow.cli.console.Figures;
import dev.winnow.cli.console.Glyphs;
import dev.winnow.cli.console.Style;
import dev.winnow.cli.console.Window;
import dev.winnow.cli.report.Moment;
import dev.winnow.kernel.record.SeverityNumber;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How things stand, in the lines of a window. */
final class Picture {
  private static final String GAP = "   ";
  private static final int LABEL = 9;
  private static final int PEAK = 16;
  private static final int MAX_CELLS = 120;
  private static final int TREND_CELLS = 12;
  private static final int COUNT = 12;
  private static final int SHARE = 9;

  /** What a template is shown with to its right only if its text still has as much room. */
  private static final int LEAST_TEXT = 40;

  /** Level and blanks before a template. */
  private static final int MARGIN = 4;

  /** Time, level and blanks before news. */
  private static final int NEWS_MARGIN = 13;

  /** A silence that is worth a word. */
  private static final long QUIET_SECONDS = 10;

  private static final SeverityNumber[] RANGES = {
    SeverityNumber.FATAL,
    SeverityNumber.ERROR,
    SeverityNumber.WARN,
    SeverityNumber.INFO,
    SeverityNumber.DEBUG,
    SeverityNumber.TRACE
  };

  private final List<String> names;
  private final Style style;
  private final Glyphs glyphs;
  private final Wording wording;

  Picture(Console console, List<String> names) {
    this.names = names;
    this.style = new Style(console.terminal());
    this.glyphs = new Glyphs(console.terminal());
    this.wording = new Wording(console, names.size() > 1);
  }

  /**
   * Draws the picture.
   *
   * @param news the latest first
   * @param told how many there were
   * @param since when they began, in nanoseconds since 1970; 0 if what was there is still being
   *     read
   */
  List<String> of(
      Window.Size size,
      Overview overview,
      Rate rate,
      List<News> news,
      long told,
      long since,
      List<String> problems) {
    int width = size.columns();
    List<String> lines = new ArrayList<>();
    lines.add(header(overview, rate, since, width));
    lines.add(style.faint(wording.cut(extent(overview), width)));
    lines.add(levels(overview));
    volume(lines, overview, width);
    problems.forEach(problem -> lines.add(style.bad(wording.cut(problem, width))));
    int room = size.rows() - lines.size() - 6;
    int newsRoom = Math.max(1, Math.max(room / 2, room - overview.top().size()));
    int newsRows = Math.clamp(news.size(), 1, newsRoom);
    lines.add("");
    lines.add(newsHeading(told, since));
    news.stream().limit(newsRows).forEach(one -> lines.add(news(one, width)));
    if (news.isEmpty()) {
      lines.add(style.faint("  nothing yet"));
    }
    lines.add("");
    templates(lines, overview, width, Math.max(0, room - newsRows));
    while (lines.size() < size.rows() - 1) {
      lines.add("");
    }
    List<String> fitting = lines.subList(0, Math.min(lines.size(), Math.max(0, size.rows() - 1)));
    List<String> page = new ArrayList<>(fitting);
    page.add(style.faint(wording.cut("Ctrl-C ends, and prints the whole report", width)));
    return page;
  }

  private String header(Overview overview, Rate rate, long since, int width) {
    String speed =
        since == 0
            ? "reading what is there"
            : rate.quietSeconds() >= QUIET_SECONDS
                ? "quiet for " + Figures.duration(rate.quietSeconds())
                : perSecond(rate.perSecond());
    String volume =
        Figures.count(overview.lines(), "line", "lines")
            + GAP
            + Figures.count(overview.records(), "record", "records")
            + GAP
            + speed;
    int room = Math.max(8, width - volume.length() - GAP.length());
    String name = wording.cut(String.join(", ", names), room);
    return style.heading(DisplayWidth.pad(name, room)) + GAP + volume;
  }

  private static String perSecond(double rate) {
    String figure =
        rate > 0 && rate < 9.95
            ? String.format(Locale.ROOT, "%.1f", rate)
            : Figures.count(Math.round(rate));
    return figure + " records/s";
  }

  private String extent(Overview overview) {
    List<String> facts = new ArrayList<>();
    Times times = overview.times();
    if (times.isKnown()) {
      facts.add(
          Moment.of(times.first())
              + " "
              + glyphs.to()
              + " "
              + Moment.of(times.last(), times.first())
              + " UTC");
    }
    facts.add(Figures.count(overview.templates(), "template", "templates"));
    if (overview.leftOut() > 0) {
      facts.add(Figures.count(overview.leftOut(), "record", "records") + " left out");
    }
    return String.join(GAP, facts);
  }

  private String levels(Overview overview) {
    LevelCounts levels = overview.levels();
    List<String> counts = new ArrayList<>();
    for (SeverityNumber range : RANGES) {
      long count = levels.of(range);
      if (count > 0) {
        String share = " (" + Figures.share(count, overview.records()) + ")";
        counts.add(wording.paint(range, range + " " + Figures.count(count) + share));
      }
    }
    return String.join(GAP, counts);
  }

  /** One column for each part of the time: records, and errors. */
  private void volume(List<String> lines, Overview overview, int width) {
    TimeFindings volume = overview.volume();
    TimeGrid grid = volume.grid();
    if (!grid.isDivisible()) {
      return;
    }
    int room = Math.clamp(width - LABEL - PEAK, 1, MAX_CELLS);
    int cells = Math.min(grid.endSpan() - grid.firstSpan(), room);
    double[] records = grid.cells(volume.records(), cells);
    lines.add(columns("records", glyphs.columns(records), records));
    double[] errors = grid.cells(volume.errors(), cells);
    if (Arrays.stream(errors).anyMatch(count -> count > 0)) {
      lines.add(columns("errors", style.bad(glyphs.columns(errors)), errors));
    }
  }

  private String columns(String label, String columns, double[] cells) {
    long peak = Math.round(Arrays.stream(cells).max().orElse(0));
    return style.faint(DisplayWidth.pad(label, LABEL) + glyphs.bar())
        + columns
        + style.faint(glyphs.bar() + " peak " + Figures.count(peak));
  }

  private String newsHeading(long told, long since) {
    String when = since == 0 ? "" : "  since " + Moment.of(since, since) + " UTC";
    return style.heading("NEW" + when + (told == 0 ? "" : ": " + Figures.count(told)));
  }

  private String news(News news, int width) {
    long time = news.anyTime();
    return style.faint(Moment.of(time, time))
        + "  "
        + wording.paint(
            news.severity(),
            Wording.letter(news.severity())
                + "  "
                + wording.headline(news, Math.max(1, width - NEWS_MARGIN)));
  }

  private void templates(List<String> lines, Overview overview, int width, int rows) {
    boolean hasTrend =
        overview.volume().grid().isDivisible()
            && width >= MARGIN + LEAST_TEXT + COUNT + SHARE + TREND_CELLS + 2;
    int figures = COUNT + SHARE + (hasTrend ? TREND_CELLS + 2 : 0);
    int text = Math.max(1, width - MARGIN - figures);
    lines.add(
        style.heading(
            DisplayWidth.pad("TOP TEMPLATES", MARGIN + text)
                + right("records", COUNT)
                + right("share", SHARE)
                + (hasTrend ? "  trend" : "")));
    for (Overview.Row row : overview.top().subList(0, Math.min(rows, overview.top().size()))) {
      lines.add(
          "  "
              + wording.paint(row.severity(), Wording.letter(row.severity()))
              + " "
              + DisplayWidth.pad(wording.headline(row.template().typedText(), text - 1), text)
              + right(Figures.count(row.count()), COUNT)
              + right(Figures.share(row.count(), overview.records()), SHARE)
              + (hasTrend ? "  " + trend(row, overview.volume().grid()) : ""));
    }
  }

  private String trend(Overview.Row row, TimeGrid grid) {
    return row.trend().length == 0 ? "" : glyphs.columns(grid.cells(row.trend(), TREND_CELLS));
  }

  private static String right(String text, int columns) {
    return " ".repeat(Math.max(0, columns - text.length())) + text;
  }
}
