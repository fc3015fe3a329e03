package dev.winnow.cli.report;

import dev.winnow.cli.analysis.Findings;
import dev.winnow.cli.html.Html;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * Findings as one page of HTML that needs nothing else: no network, no script, no font. It is for
 * people who get it by mail and open it in any browser, in the light or in the dark, or print it.
 */
public final class HtmlReport {
  /** Even if markup of the log came to life, nothing could be loaded, run or sent. */
  private static final String SECURITY_POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

  private final Findings findings;
  private final int top;
  private final Html html = new Html();

  public HtmlReport(Findings findings, int top) {
    this.findings = findings;
    this.top = top;
  }

  /** The page. */
  public String text() {
    HtmlPage page = new HtmlPage(findings, html);
    html.open("html", "lang", "en");
    head(page);
    html.open("body");
    new HtmlOverview(page).write();
    html.open("main");
    if (findings.records() > 0) {
      sections(page);
    }
    if (findings.ledger().linesRead() > 0) {
      new HtmlLines(page).write();
    }
    html.close();
    html.leaf("footer", "Written by winnow analyze. Times are UTC. The page loads nothing.");
    return html.document();
  }

  private void head(HtmlPage page) {
    html.open("head");
    html.empty("meta", "charset", "utf-8");
    html.empty("meta", "http-equiv", "Content-Security-Policy", "content", SECURITY_POLICY);
    html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    html.empty("meta", "name", "color-scheme", "content", "light dark");
    html.empty("meta", "name", "referrer", "content", "no-referrer");
    html.leaf("title", page.name() + " \u2013 Winnow");
    html.style(sheet());
    html.close();
  }

  private void sections(HtmlPage page) {
    new HtmlVolume(page).write();
    new HtmlErrors(page).write(top);
    new HtmlStackTraces(page).write(top);
    new HtmlChanges(page).write(top);
    new HtmlTemplates(page).write(top);
    new HtmlSlowSpots(page).write(top);
    new HtmlNames(page).write(top);
  }

  private static String sheet() {
    try (InputStream in = HtmlReport.class.getResourceAsStream("report.css")) {
      return new String(
          Objects.requireNonNull(in, "report.css").readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("report.css cannot be read", e);
    }
  }
}
