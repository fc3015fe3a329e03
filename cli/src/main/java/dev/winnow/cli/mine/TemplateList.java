package dev.winnow.cli.mine;

import dev.winnow.cli.console.Figures;
import dev.winnow.cli.console.Output;
import dev.winnow.cli.console.Printable;
import dev.winnow.core.miner.MinerLedger;
import dev.winnow.core.miner.TemplateCount;
import dev.winnow.core.miner.TemplateMiner;
import dev.winnow.formats.join.LineLedger;
import dev.winnow.kernel.json.JsonWriter;
import java.util.List;

/** The templates that were mined, the most frequent first. */
final class TemplateList {
  private final List<TemplateCount> templates;
  private final MinerLedger ledger;
  private final LineLedger lines;
  private final boolean typed;
  private final int shown;

  TemplateList(TemplateMiner miner, LineLedger lines, boolean typed, int top) {
    this.templates = miner.templates();
    this.ledger = miner.ledger();
    this.lines = lines;
    this.typed = typed;
    this.shown = Math.min(top, templates.size());
  }

  /** Prints a line for each template, and one for all that are left out. */
  void print(Output out) {
    int width = Long.toString(ledger.records()).length();
    for (TemplateCount counted : templates.subList(0, shown)) {
      String text = Assignment.text(counted.template(), typed);
      out.line(row(width, counted.count(), Printable.of(text)));
    }
    long rest = templates.stream().skip(shown).mapToLong(TemplateCount::count).sum();
    if (rest > 0) {
      String more = Figures.count(templates.size() - shown, "more template", "more templates");
      out.line(row(width, rest, "(" + more + ")"));
    }
    if (untold() > 0) {
      out.line(row(width, untold(), "(in templates that were let go, for want of memory)"));
    }
  }

  private String row(int width, long count, String text) {
    String share = Figures.share(count, ledger.records()).replace(" ", "");
    return " ".repeat(width - Long.toString(count).length())
        + count
        + " "
        + " ".repeat(Math.max(0, 6 - share.length()))
        + share
        + "  "
        + text;
  }

  private long untold() {
    return ledger.forgotten() + ledger.unlearned();
  }

  /** Prints the same as one JSON object. */
  void printJson(Output out, boolean partial) {
    StringBuilder text = new StringBuilder();
    JsonWriter json = new JsonWriter(text);
    json.beginObject();
    json.key("partial").value(partial);
    json.key("lines_read").value(lines.linesRead());
    json.key("records").value(lines.records());
    json.key("joined_lines").value(lines.joinedLines());
    json.key("malformed_lines").value(lines.malformedLines());
    json.key("blank_or_header_lines").value(lines.blankOrHeaderLines());
    json.key("records_without_template").value(untold());
    json.key("templates_total").value(templates.size());
    json.key("templates").beginArray();
    for (TemplateCount counted : templates.subList(0, shown)) {
      json.beginObject();
      json.key("template_id").value(counted.template().hexId());
      json.key("template").value(Assignment.text(counted.template(), typed));
      json.key("count").value(counted.count());
      json.key("share").value((double) counted.count() / ledger.records());
      json.endObject();
    }
    json.endArray().endObject();
    out.line(text.toString());
  }
}
