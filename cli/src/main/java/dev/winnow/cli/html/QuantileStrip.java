package dev.winnow.cli.html;

/** Where the values of something lie, on a logarithmic scale that several strips share. */
public final class QuantileStrip {
  private static final String MIDDLE = "10";

  private final double least;
  private final double greatest;

  /** Strips for values from one number to a greater one; both above 0. */
  public QuantileStrip(double least, double greatest) {
    this.least = least;
    this.greatest = greatest;
  }

  /** Draws a line from the median to the greatest, thick up to p95, with a stroke at p99. */
  public void draw(Html html, double p50, double p95, double p99, double max, String label) {
    html.open("svg", "class", "strip", "role", "img", "aria-label", label);
    html.empty("line", "class", "track", "x1", "0", "x2", "100%", "y1", MIDDLE, "y2", MIDDLE);
    html.empty("line", "x1", at(p50), "x2", at(max), "y1", MIDDLE, "y2", MIDDLE);
    html.empty("line", "class", "most", "x1", at(p50), "x2", at(p95), "y1", MIDDLE, "y2", MIDDLE);
    html.empty("line", "class", "high", "x1", at(p99), "x2", at(p99), "y1", "5", "y2", "15");
    html.empty("circle", "cx", at(max), "cy", MIDDLE, "r", "3");
    html.close();
  }

  /** Leaves a little room on both sides for what is thick. */
  private String at(double value) {
    double part = Math.log(Math.max(value, least) / least) / Math.log(greatest / least);
    return Percent.of(.02 + .96 * Math.clamp(part, 0, 1));
  }
}
