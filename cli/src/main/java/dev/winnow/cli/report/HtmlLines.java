package dev.winnow.cli.report;

import dev.winnow.cli.html.Html;
import java.util.List;

/** What became of every line, what was cut, and what was assumed. */
final class HtmlLines {
  private final HtmlPage page;
  private final Html html;

  HtmlLines(HtmlPage page) {
    this.page = page;
    html = page.html;
  }

  void write() {
    page.section("lines", "Lines", "every one is accounted for");
    html.leaf("p", Remarks.ledger(page.findings, page.wording), "class", "ledger");
    List<String> remarks = Remarks.of(page.findings, page.wording);
    if (!remarks.isEmpty()) {
      html.open("ul", "class", "remarks");
      remarks.forEach(remark -> html.leaf("li", remark));
      html.close();
    }
    html.close();
  }
}
