package dev.winnow.cli.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ChartTest {
  private final Html html = new Html();

  @Test
  void stacksBadOnesAtTheBottom() {
    int[] all = {10, 0, 5, 1000};
    int[] bad = {0, 0, 5, 1};
    new Histogram(new TimeAxis(0, 4_000_000_000L), all, bad, List.of())
        .draw(html, "label", i -> "column " + i);

    // Columns of 150 pixels above y = 166; what is too small to be seen has 1.5 of them.
    assertThat(drawn())
        .contains("<title>column 0</title>", "<title>column 2</title>")
        .doesNotContain("<title>column 1</title>")
        .contains("class=\"other\" x=\"1.5%\" y=\"164.5\" width=\"22%\" height=\"1.5\"")
        .contains("class=\"bad\" x=\"51.5%\" y=\"164.5\" width=\"22%\" height=\"1.5\"")
        .contains("class=\"other\" x=\"76.5%\" y=\"16\" width=\"22%\" height=\"148.5\"");
  }

  @Test
  void drawsLinesAtRoundNumbers() {
    new Histogram(new TimeAxis(0, 1_000_000_000L), new int[] {4321}, new int[] {0}, List.of())
        .draw(html, "label", i -> "");

    assertThat(drawn())
        .contains(">1 000<", ">2 000<", ">3 000<", ">4 000<")
        .doesNotContain("5 000");
  }

  @Test
  void survivesTheGreatestCount() {
    int[] most = {Integer.MAX_VALUE};
    new Histogram(new TimeAxis(0, 1_000_000_000L), most, most, List.of())
        .draw(html, "label", i -> "");

    assertThat(drawn()).contains("height=\"150\"");
  }

  @Test
  void drawsTrendsAsOnePath() {
    Sparkline.draw(html, new double[] {0, 1, 1, 2}, "label");

    assertThat(drawn()).contains("d=\"M0 20H2V10H6V0H8V20z\"");
  }

  @Test
  void fillsBars() {
    Bar.draw(html, 1, 3);
    Bar.draw(html, 0, 0);

    assertThat(drawn()).contains("width=\"33.33%\"", "width=\"0%\"");
  }

  @Test
  void drawsQuantilesOnOneScale() {
    new QuantileStrip(1, 100).draw(html, 1, 10, 100, 1000, "label");

    assertThat(drawn()).contains("x1=\"2%\" x2=\"50%\"", "x1=\"98%\" x2=\"98%\"", "cx=\"98%\"");
  }

  private String drawn() {
    String document = html.document();
    HtmlTest.parse("<g>" + document.substring(document.indexOf('\n')) + "</g>");
    return document;
  }
}
