package dev.winnow.cli.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

final class HtmlTest {
  @Test
  void escapesWhatItIsGiven() {
    assertThat(text("<b>&\"'</b>")).isEqualTo("&lt;b&gt;&amp;&quot;&#39;&lt;/b&gt;");
    assertThat(new Html().leaf("i", "", "title", "\"><script>").document())
        .contains("<i title=\"&quot;&gt;&lt;script&gt;\"></i>");
  }

  @Test
  void showsWhatActsUnseen() {
    assertThat(text("a\u0000\u001b[2J")).isEqualTo("a\u2400\u241b[2J");
    assertThat(text("\u202eevil\u2069\u200f")).isEqualTo("\\u202eevil\\u2069\\u200f");
    assertThat(text("\u0085\u2028")).isEqualTo("\\u0085\\u2028");
    assertThat(text("\ud800 \uffff")).isEqualTo("\ufffd \ufffd");
  }

  @Test
  void leavesTextOfAnyLanguage() {
    String text = "\u0645\u0631\u062d\u0628\u0627 \u05e9\u05dc\u05d5\u05dd \ud83d\ude00 e\u0301";

    assertThat(text(text)).isEqualTo(text);
  }

  @Test
  void refusesAStyleSheetThatCouldEndItself() {
    assertThatThrownBy(() -> new Html().style("</style>"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Property
  void isWellFormedWhateverTheTextIs(@ForAll String text) {
    Html html = new Html();
    html.open("html").open("p", "title", text).text(text).empty("br").leaf("i", text);

    Document document = parse(html.document());

    assertThat(document.getDocumentElement().getElementsByTagName("*").getLength()).isEqualTo(3);
  }

  private static String text(String text) {
    String document = new Html().leaf("i", text).document();
    return document.substring(document.indexOf("<i>") + 3, document.indexOf("</i>"));
  }

  /** Reads a document as XML, which fails if it is not well-formed. */
  static Document parse(String document) {
    try {
      return DocumentBuilderFactory.newDefaultInstance()
          .newDocumentBuilder()
          .parse(new InputSource(new StringReader(document)));
    } catch (SAXException | IOException | ParserConfigurationException malformed) {
      throw new AssertionError(document, malformed);
    }
  }
}
