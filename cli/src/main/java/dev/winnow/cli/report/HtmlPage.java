package dev.winnow.cli.report;

import dev.winnow.cli.analysis.Exemplar;
import dev.winnow.cli.analysis.Findings;
import dev.winnow.cli.analysis.InputFindings;
import dev.winnow.cli.analysis.TemplateFindings;
import dev.winnow.cli.analysis.Times;
import dev.winnow.cli.console.Figures;
import dev.winnow.cli.console.Glyphs;
import dev.winnow.cli.console.Terminal;
import dev.winnow.cli.html.Html;
import dev.winnow.cli.html.Sparkline;
import dev.winnow.kernel.record.SeverityNumber;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the sections of a page share: the document, the words, and how log text stands in it. */
final class HtmlPage {
  /** Characters of a text that is to be taken in at a glance. */
  private static final int GLANCE = 240;

  /** Characters of a text that somebody asked to see. */
  private static final int WHOLE = 1000;

  private static final int TREND_CELLS = 48;

  final Findings findings;
  final Html html;
  final Glyphs glyphs = new Glyphs(Terminal.NONE);
  final Wording wording;

  HtmlPage(Findings findings, Html html) {
    this.findings = findings;
    this.html = html;
    wording = new Wording(findings, glyphs);
  }

  /** What the log is called. */
  String name() {
    List<InputFindings> inputs = findings.inputs();
    return inputs.size() == 1
        ? Wording.cut(fileName(inputs.get(0).name()), GLANCE)
        : Figures.count(inputs.size(), "log", "logs");
  }

  private static String fileName(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** Begins a section; the caller closes it. */
  void section(String id, String heading, String note) {
    html.open("section", "id", id, "aria-labelledby", id + "-h");
    html.open("h2", "id", id + "-h").text(heading);
    if (!note.isEmpty()) {
      html.text(" ").leaf("span", note, "class", "note");
    }
    html.close();
  }

  /** The severity that most records of a template have, as a letter with its name. */
  void level(TemplateFindings found) {
    SeverityNumber range = found.statistics().usualSeverity();
    boolean isKnown = range != SeverityNumber.UNSPECIFIED;
    String name = isKnown ? range.name() : "no level";
    html.leaf(
        "abbr",
        isKnown ? name.substring(0, 1) : "?",
        "class",
        "level " + token(range),
        "title",
        name);
  }

  /** What a severity is called in the style sheet. */
  static String token(SeverityNumber range) {
    return range.name().toLowerCase(Locale.ROOT);
  }

  /** The message of a template, with its placeholders marked. */
  void template(TemplateFindings found) {
    template(found, Headline.split(found.template().text().strip()).message());
  }

  private void template(TemplateFindings found, String message) {
    html.open("span", "class", "log");
    service(found);
    pieces(message.isEmpty() ? "(no text)" : message);
    html.close();
  }

  /** The text of a template, what stands beside its message in a line below. */
  void wholeTemplate(TemplateFindings found) {
    Headline headline = Headline.split(found.template().text().strip());
    template(found, headline.message());
    if (!headline.rest().isEmpty()) {
      html.open("small", "class", "beside");
      pieces(headline.rest());
      html.close();
    }
  }

  private void pieces(String template) {
    int left = GLANCE;
    for (TemplatePiece piece : TemplatePiece.of(template)) {
      String shown = Wording.cut(inOneLine(piece.text()), left);
      if (piece.isPlaceholder()) {
        html.leaf("i", shown);
      } else {
        html.text(shown);
      }
      left -= piece.text().length();
      if (left < 1) {
        return;
      }
    }
  }

  /** A message in one line, and what stands beside it in a line below. */
  void message(TemplateFindings found, String text) {
    Headline headline = Headline.ofFirstLines(text);
    String message = headline.message();
    html.open("span", "class", "log");
    service(found);
    html.text(Wording.cut(message.isEmpty() ? "(no text)" : inOneLine(message), GLANCE));
    html.close();
    if (!headline.rest().isEmpty()) {
      String rest = Wording.cut(inOneLine(headline.rest()), GLANCE);
      html.leaf("small", rest, "class", "beside");
    }
  }

  private String inOneLine(String text) {
    return text.replace("\n", glyphs.lineBreak());
  }

  private void service(TemplateFindings found) {
    if (findings.services().size() > 1 && found.statistics().hasService()) {
      String name = Wording.cut(findings.services().name(found.statistics().service()), GLANCE / 4);
      html.leaf("b", name).text(" ");
    }
  }

  /** A record as it stands in the log. */
  void example(Exemplar exemplar) {
    html.open("div", "class", "example");
    html.leaf("span", wording.place(exemplar.input(), exemplar.line()), "class", "place");
    html.leaf("pre", Wording.cut(exemplar.text().strip(), WHOLE), "tabindex", "0").close();
  }

  /** Whether a record says more than is seen of it at a glance. */
  static boolean hasMore(String text) {
    boolean isLong = text.length() > GLANCE || text.strip().indexOf('\n') >= 0;
    return isLong || !Headline.split(text).rest().isEmpty();
  }

  /** Facts in a row. */
  void facts(List<String> facts) {
    html.open("p", "class", "facts");
    facts.stream().filter(fact -> !fact.isEmpty()).forEach(fact -> html.leaf("span", fact));
    html.close();
  }

  /** Facts in a row, which opens to show a record. */
  void facts(List<String> facts, String more, Exemplar exemplar) {
    html.open("details").open("summary", "class", "facts");
    facts.stream().filter(fact -> !fact.isEmpty()).forEach(fact -> html.leaf("span", fact));
    html.leaf("span", more, "class", "opener").close();
    example(exemplar);
    html.close();
  }

  /** When something was first and last, if that is known. */
  String when(Times times) {
    return wording.whenAndWhere(times, null);
  }

  /** Where a record is, if it was kept. */
  String where(@Nullable Exemplar exemplar) {
    return exemplar == null ? "" : wording.place(exemplar.input(), exemplar.line());
  }

  /** How often a template occurred over time; nothing without times. */
  void trend(TemplateFindings found) {
    int[] counts = found.statistics().trend(findings.grid());
    if (findings.grid().isDivisible() && counts.length > 0) {
      String when = when(found.statistics().times());
      Sparkline.draw(html, findings.grid().cells(counts, TREND_CELLS), when);
    }
  }

  /** Says that there is more than is shown. */
  void more(int count, String one, String many) {
    if (count > 0) {
      html.leaf("p", Figures.count(count, one, many), "class", "more");
    }
  }
}
