package dev.winnow.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

final class HtmlReportTest {
  @Test
  void showsWhatWasFound() throws IOException {
    String html = html(Logs.shop());

    Expected.compare("shop.html", html.replaceAll("(?s)<style>.*</style>", "<style>...</style>"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "\n\n", "one line", "2026-11-21T10:00:00Z INFO one record\n", "{\"a\":1}\n{"})
  void isSensibleWhereThereIsLittle(String log) throws IOException {
    Document page = parse(html(log));

    assertThat(page.getElementsByTagName("h1").getLength()).isEqualTo(1);
    assertThat(page.getElementsByTagName("section").getLength())
        .isEqualTo(log.isEmpty() ? 0 : log.isBlank() ? 1 : 3 + (log.startsWith("{") ? 1 : 0));
  }

  @Test
  void letsNothingOfALogComeToLife() throws IOException {
    String html = html(Logs.hostile());
    Document page = parse(html);

    for (String name : new String[] {"script", "img", "link", "iframe", "object", "use"}) {
      assertThat(page.getElementsByTagName(name).getLength()).as(name).isZero();
    }
    assertThat(page.getElementsByTagName("style").getLength()).isEqualTo(1);
    assertThat(html).doesNotContain("\u202e", "\u0000", "\u001b");
  }

  @Test
  void loadsNothing() throws IOException {
    String html = html(Logs.shop());

    assertThat(html)
        .contains("http-equiv=\"Content-Security-Policy\" content=\"default-src &#39;none&#39;;")
        .doesNotContain("src=", "url(", "@import", "http:", "https:", "<script", "srcset");
    assertThat(html.replaceAll("href=\"#[a-z]+\"", "")).doesNotContain("href=");
  }

  @Test
  void linksToSectionsThatAreThere() throws IOException {
    String html = html(Logs.shop());

    for (String id : new String[] {"errors", "changes", "secrets"}) {
      assertThat(html).contains("href=\"#" + id + "\"", "<section id=\"" + id + "\"");
    }
  }

  @Test
  void staysSmall() throws IOException {
    assertThat(new HtmlReport(Logs.findings(Logs.xml()), 50).text().length()).isLessThan(500_000);
  }

  private static String html(String log) throws IOException {
    return new HtmlReport(Logs.findings(log), 10).text();
  }

  private static Document parse(String html) {
    try {
      return DocumentBuilderFactory.newDefaultInstance()
          .newDocumentBuilder()
          .parse(new InputSource(new StringReader(html)));
    } catch (SAXException | IOException | ParserConfigurationException malformed) {
      throw new AssertionError(html, malformed);
    }
  }
}
