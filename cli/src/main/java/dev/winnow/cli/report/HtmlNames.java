package dev.winnow.cli.report;

import dev.winnow.cli.analysis.Findings;
import dev.winnow.cli.analysis.NameCounts;
import dev.winnow.cli.console.Figures;
import dev.winnow.cli.html.Bar;
import dev.winnow.cli.html.Html;
import dev.winnow.kernel.redaction.SecretKind;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Lists of names with counts: who talks most, secrets, fields. */
final class HtmlNames {
  private static final int MAX_NAME = 80;

  private final HtmlPage page;
  private final Html html;
  private final Findings findings;

  HtmlNames(HtmlPage page) {
    this.page = page;
    html = page.html;
    findings = page.findings;
  }

  void write(int top) {
    talkers(top);
    secrets();
    fields(top);
  }

  private void talkers(int top) {
    List<Talkers> all = Talkers.of(findings, top);
    if (all.isEmpty()) {
      return;
    }
    page.section("talkers", "Who talks most", "");
    html.open("div", "class", "columns");
    for (Talkers talkers : all) {
      html.open("div").leaf("h3", capital(talkers.kind()));
      html.open("ul", "class", "names");
      for (Talkers.Talker talker : talkers.most()) {
        name(talker.name(), talker.records(), findings.records());
      }
      html.close().close();
    }
    html.close().close();
  }

  private static String capital(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  private void secrets() {
    if (findings.secrets().isEmpty()) {
      return;
    }
    page.section(
        "secrets",
        "Leaked secrets",
        "in "
            + Figures.count(findings.secretRecords(), "record", "records")
            + "; the log holds them, this page does not");
    long all = findings.secrets().values().stream().mapToLong(count -> count).sum();
    html.open("div", "class", "columns").open("ul", "class", "names");
    findings.secrets().entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.<Long>reverseOrder()))
        .forEach(secret -> name(words(secret.getKey()), secret.getValue(), all));
    html.close().close().close();
  }

  private static String words(SecretKind kind) {
    return kind.text().replace('_', ' ');
  }

  private void fields(int top) {
    List<NameCounts.Count> all = findings.fields().mostFrequent();
    if (all.isEmpty()) {
      return;
    }
    page.section(
        "fields",
        "Fields",
        "in " + Figures.count(findings.structuredRecords(), "record", "records"));
    html.open("ul", "class", "names wrapped");
    int shown = Math.min(2 * top, all.size());
    for (NameCounts.Count field : all.subList(0, shown)) {
      name(field.name(), field.records(), findings.structuredRecords());
    }
    html.close();
    page.more(all.size() - shown, "more field", "more fields");
    html.close();
  }

  private void name(String name, long part, long whole) {
    html.open("li").leaf("span", Wording.cut(name, MAX_NAME), "class", "name");
    html.leaf("span", Figures.count(part), "class", "number");
    html.leaf("span", Figures.share(part, whole), "class", "share");
    Bar.draw(html, part, whole);
    html.close();
  }
}
