package dev.winnow.cli.explain;

import dev.winnow.cli.analysis.Findings;
import dev.winnow.cli.analysis.TemplateFindings;
import dev.winnow.cli.analysis.TemplateStatistics;
import dev.winnow.cli.console.Console;
import dev.winnow.cli.console.Figures;
import dev.winnow.cli.console.Printable;
import dev.winnow.cli.report.Moment;
import dev.winnow.cli.report.Page;
import dev.winnow.cli.report.Wording;
import dev.winnow.core.sketch.HeavyHitter;
import dev.winnow.core.sketch.QuantileSketch;
import dev.winnow.formats.value.Quantity;
import dev.winnow.formats.value.VariableValues;
import dev.winnow.kernel.record.SeverityNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** An explanation for a person at a terminal. */
final class ExplanationText {
  private static final int MAX_VALUES = 6;
  private static final int MAX_VALUE_COLUMNS = 32;
  private static final int MAX_CELLS = 60;
  private static final String GAP = "   ";
  private static final int MARGIN = 5;

  private final Explanation explanation;
  private final Findings findings;
  private final TemplateFindings template;
  private final Page page;

  ExplanationText(Explanation explanation, Console console) {
    this.explanation = explanation;
    findings = explanation.findings();
    template = explanation.template();
    page = new Page(console);
  }

  void print() {
    page.line(page.style.heading("TEMPLATE " + template.template().hexId()));
    wrapped(template.template().typedText());
    page.line("");
    facts();
    trend();
    variables();
    examples();
    if (findings.partial()) {
      page.line("");
      page.line(page.style.bad("interrupted: this covers what was read until then"));
    }
  }

  /** The whole text, in as many lines as it takes. */
  private void wrapped(String text) {
    String rest = Printable.of(text);
    while (!rest.isEmpty()) {
      String line = page.cut(rest, page.width());
      int end = line.equals(rest) ? rest.length() : line.length() - page.glyphs.ellipsis().length();
      page.line(rest.substring(0, end));
      rest = rest.substring(end);
    }
  }

  private void facts() {
    TemplateStatistics known = template.statistics();
    List<String> facts = new ArrayList<>();
    facts.add(
        Figures.count(template.count(), "record", "records")
            + " ("
            + Figures.share(template.count(), findings.records())
            + ")");
    facts.add(Figures.bytes(known.bytes()));
    for (SeverityNumber range : Wording.LEVELS) {
      if (known.of(range) > 0) {
        facts.add(page.paint(range, range + " " + Figures.count(known.of(range))));
      }
    }
    page.line(String.join(GAP, facts));
    if (known.times().isKnown()) {
      page.line(
          Moment.of(known.times().first())
              + " "
              + page.glyphs.to()
              + " "
              + Moment.of(known.times().last(), known.times().first())
              + " UTC");
    }
  }

  private void trend() {
    int[] counts = template.statistics().trend(findings.grid());
    if (counts.length > 0 && findings.grid().isDivisible()) {
      double[] cells = findings.grid().cells(counts, Math.min(MAX_CELLS, page.width() / 2));
      page.line(page.glyphs.columns(cells) + page.style.faint("  over the time of the whole log"));
    }
  }

  private void variables() {
    List<VariableValues> all = explanation.variables();
    if (all.isEmpty()) {
      return;
    }
    page.section("VARIABLES  " + Figures.count(all.size()) + ", in the order of the template");
    for (int i = 0; i < all.size(); i++) {
      VariableValues values = all.get(i);
      page.line(
          Page.right(Integer.toString(i + 1), MARGIN - 2)
              + "  "
              + page.cut(name(values), page.width() / 2)
              + GAP
              + different(values)
              + spread(values));
      page.faint(MARGIN, top(values));
    }
    long without = explanation.recordsWithoutValues();
    if (without > 0) {
      page.faint(
          0, "the values of " + Figures.count(without, "record", "records") + " could not be told");
    }
  }

  private static String name(VariableValues values) {
    String key = values.key().isEmpty() ? "" : " " + values.key();
    return values.mask().placeholder() + key;
  }

  private static String different(VariableValues values) {
    long count = values.distinct().count();
    return (values.distinct().isExact() ? "" : "about ")
        + Figures.count(count, "value", "different values");
  }

  private static String spread(VariableValues values) {
    if (!values.isMeasured() || values.measured().min() == values.measured().max()) {
      return "";
    }
    QuantileSketch measured = values.measured();
    Quantity quantity = values.quantity();
    return GAP
        + "min "
        + say(quantity, measured.min())
        + "  median "
        + say(quantity, values.quantile(.5))
        + "  p95 "
        + say(quantity, values.quantile(.95))
        + "  max "
        + say(quantity, measured.max());
  }

  /** The most frequent values; some of them if none is frequent. */
  private String top(VariableValues values) {
    List<HeavyHitter> top = values.top(MAX_VALUES);
    boolean isSpread = top.getFirst().leastCount() <= 1 && values.count() > 1;
    List<String> parts = new ArrayList<>();
    for (HeavyHitter hitter : top) {
      String text =
          hitter.text().isEmpty() ? "(empty)" : page.cut(hitter.text(), MAX_VALUE_COLUMNS);
      String count =
          (hitter.error() > 0 ? "up to " : "")
              + Figures.count(hitter.count())
              + " ("
              + Figures.share(hitter.count(), values.count())
              + ")";
      parts.add(isSpread ? text : text + " " + count);
    }
    return (isSpread ? "such as " : "") + String.join(GAP, parts);
  }

  private void examples() {
    List<Example> all = explanation.examples();
    if (all.isEmpty()) {
      return;
    }
    Wording wording = new Wording(findings, page.glyphs);
    page.section("EXAMPLES");
    for (Example example : all) {
      String time =
          example.hasTime() ? Moment.of(example.epochNanos(), findings.times().first()) + GAP : "";
      String text = example.text().strip().replace("\n", page.glyphs.lineBreak());
      page.line("  " + page.cut(text, page.width() - 2));
      page.faint(2, time + wording.place(example.input(), example.line()));
    }
  }

  private static String say(Quantity quantity, double value) {
    return switch (quantity) {
      case DURATION -> Figures.time(value);
      case SIZE -> Figures.bytes(Math.round(value));
      case NUMBER, NONE ->
          value == Math.rint(value) && Math.abs(value) < 1e15
              ? Figures.count((long) value)
              : String.format(Locale.ROOT, "%.4g", value);
    };
  }
}
