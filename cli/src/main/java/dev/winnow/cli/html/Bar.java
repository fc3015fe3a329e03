package dev.winnow.cli.html;

import java.util.List;

/** A share as a length. */
public final class Bar {
  private Bar() {}

  /** A part of a bar: what it is to the style sheet, what to say about it, and its size. */
  public record Part(String name, String title, long size) {}

  /** Draws a bar of which so much is filled. */
  public static void draw(Html html, long part, long whole) {
    html.open("svg", "class", "bar", "aria-hidden", "true");
    html.empty("rect", "class", "track", "width", "100%", "height", "100%", "rx", "2");
    String width = Percent.of(whole == 0 ? 0 : (double) part / whole);
    html.empty("rect", "width", width, "height", "100%", "rx", "2");
    html.close();
  }

  /** Draws a bar that its parts fill. */
  public static void draw(Html html, List<Part> parts, String label) {
    long whole = parts.stream().mapToLong(Part::size).sum();
    html.open("svg", "class", "parts", "role", "img", "aria-label", label);
    long before = 0;
    for (Part part : parts) {
      html.open("g");
      html.leaf("title", part.title());
      html.empty(
          "rect",
          "class",
          part.name(),
          "x",
          Percent.of((double) before / whole),
          "width",
          Percent.of((double) part.size() / whole),
          "height",
          "100%");
      html.close();
      before += part.size();
    }
    html.close();
  }
}
