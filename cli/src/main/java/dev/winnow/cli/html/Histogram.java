package dev.winnow.cli.html;

import java.util.List;
import java.util.function.IntFunction;

/** Columns over time, each in two parts: the bad ones at the bottom, where they can be compared. */
public final class Histogram {
  private static final int HEIGHT = 150;
  private static final int LANE = 18;
  private static final int AXIS = 26;

  /** Less than this cannot be seen. */
  private static final double LEAST = 1.5;

  private final TimeAxis axis;
  private final int[] all;
  private final int[] bad;
  private final List<Lane> lanes;
  private final int top;

  /** A part of time above the columns that has a name. */
  public record Lane(String name, String title, long from, long to) {}

  /**
   * Columns that divide an axis equally.
   *
   * @param all how many there are of everything
   * @param bad how many of these are bad
   */
  public Histogram(TimeAxis axis, int[] all, int[] bad, List<Lane> lanes) {
    this.axis = axis;
    this.all = all;
    this.bad = bad;
    this.lanes = lanes;
    top = 16 + lanes.size() * LANE;
  }

  /**
   * Draws it.
   *
   * @param label what it shows, for those who do not see it
   * @param title what to say about a column
   */
  public void draw(Html html, String label, IntFunction<String> title) {
    int greatest = 1;
    for (int count : all) {
      greatest = Math.max(greatest, count);
    }
    int height = top + HEIGHT + AXIS;
    html.open(
        "svg",
        "class",
        "histogram",
        "role",
        "img",
        "width",
        "100%",
        "height",
        "" + height,
        "aria-label",
        label);
    lines(html, greatest);
    marks(html);
    for (int i = 0; i < all.length; i++) {
      if (all[i] > 0) {
        column(html, i, greatest, title.apply(i));
      }
    }
    lanes(html);
    html.close();
  }

  private void lines(Html html, int greatest) {
    int step = step(greatest);
    for (int value = 0; value <= greatest; value += step) {
      String y = pixels(top + HEIGHT - (double) HEIGHT * value / greatest);
      String line = value == 0 ? "base" : "grid";
      html.empty("line", "class", line, "x1", "0", "x2", "100%", "y1", y, "y2", y);
      if (value > 0) {
        html.leaf("text", grouped(value), "class", "value", "x", "-8", "y", y, "dy", "4");
      }
      if (value > Integer.MAX_VALUE - step) {
        return;
      }
    }
  }

  /** A round number that goes into the greatest two to five times. */
  private static int step(int greatest) {
    int step = 1;
    while (greatest / step >= 5) {
      int first = Integer.toString(step).charAt(0) - '0';
      step = first == 2 ? step / 2 * 5 : step * 2;
    }
    return step;
  }

  private static String grouped(int value) {
    StringBuilder digits = new StringBuilder(Integer.toString(value));
    for (int i = digits.length() - 3; i > 0; i -= 3) {
      digits.insert(i, ' ');
    }
    return digits.toString();
  }

  private void marks(Html html) {
    int number = 0;
    for (TimeAxis.Mark mark : axis.marks()) {
      String x = Percent.of(mark.at());
      String anchor = mark.at() < .06 ? "start" : mark.at() > .94 ? "end" : "middle";
      html.open("g", "class", number++ % 2 == 0 ? "mark" : "mark odd");
      html.empty(
          "line", "x1", x, "x2", x, "y1", "" + (top + HEIGHT), "y2", "" + (top + HEIGHT + 5));
      html.leaf("text", mark.label(), "x", x, "y", "" + (top + HEIGHT + 19), "text-anchor", anchor);
      html.close();
    }
  }

  private void column(Html html, int i, int greatest, String title) {
    double badHeight = bad[i] == 0 ? 0 : Math.max(LEAST, (double) HEIGHT * bad[i] / greatest);
    double allHeight = Math.max(Math.max(LEAST, badHeight), (double) HEIGHT * all[i] / greatest);
    html.open("g", "class", "column");
    html.leaf("title", title);
    if (all[i] > bad[i]) {
      part(html, "other", i, allHeight - badHeight, top + HEIGHT - allHeight);
    }
    if (bad[i] > 0) {
      part(html, "bad", i, badHeight, top + HEIGHT - badHeight);
    }
    html.close();
  }

  private void part(Html html, String name, int i, double height, double y) {
    double gap = all.length > 12 ? .12 : .06;
    html.empty(
        "rect",
        "class",
        name,
        "x",
        Percent.of((i + gap) / all.length),
        "y",
        pixels(y),
        "width",
        Percent.of((1 - 2 * gap) / all.length),
        "height",
        pixels(height));
  }

  private void lanes(Html html) {
    for (int i = 0; i < lanes.size(); i++) {
      Lane lane = lanes.get(i);
      double from = axis.at(lane.from());
      double to = axis.at(lane.to());
      int y = i * LANE + 10;
      html.open("g", "class", "lane");
      html.leaf("title", lane.title());
      html.empty(
          "line",
          "x1",
          Percent.of(from),
          "x2",
          Percent.of(from),
          "y1",
          "" + y,
          "y2",
          "" + (top + HEIGHT),
          "class",
          "drop");
      html.empty("line", "x1", Percent.of(from), "x2", Percent.of(to), "y1", "" + y, "y2", "" + y);
      boolean right = from > .9;
      html.leaf(
          "text",
          lane.name(),
          "x",
          Percent.of(from),
          "dx",
          right ? "-6" : "6",
          "y",
          "" + (y - 2),
          "text-anchor",
          right ? "end" : "start");
      html.close();
    }
  }

  private static String pixels(double length) {
    return Double.toString(Math.round(length * 10) / 10.0).replaceFirst("\\.0$", "");
  }
}
