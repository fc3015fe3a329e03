package dev.winnow.cli.html;

/** A small chart of how often something happened over time. */
public final class Sparkline {
  private static final int HEIGHT = 20;
  private static final int COLUMN = 2;

  private Sparkline() {}

  /** Draws numbers as columns without gaps, the greatest as high as the chart. */
  public static void draw(Html html, double[] numbers, String label) {
    double greatest = 0;
    for (double number : numbers) {
      greatest = Math.max(greatest, number);
    }
    StringBuilder path = new StringBuilder("M0 " + HEIGHT);
    long before = HEIGHT;
    for (int i = 0; i < numbers.length; i++) {
      long height = numbers[i] <= 0 ? 0 : Math.max(1, Math.round(numbers[i] / greatest * HEIGHT));
      if (HEIGHT - height != before) {
        before = HEIGHT - height;
        path.append('H').append(i * COLUMN).append('V').append(before);
      }
    }
    int width = numbers.length * COLUMN;
    path.append('H').append(width).append('V').append(HEIGHT).append('z');
    html.open(
        "svg",
        "class",
        "spark",
        "role",
        "img",
        "aria-label",
        label,
        "viewBox",
        "0 0 " + width + " " + HEIGHT,
        "preserveAspectRatio",
        "none");
    html.empty("path", "d", path.toString());
    html.close();
  }
}
