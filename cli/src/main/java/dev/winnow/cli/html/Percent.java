package dev.winnow.cli.html;

import java.util.Locale;

/** Lengths that follow the width of the page. */
final class Percent {
  private Percent() {}

  /** A part of the width, from 0 to 1, as CSS and SVG write it. */
  static String of(double part) {
    String number = String.format(Locale.ROOT, "%.2f", part * 100);
    return number.replaceFirst("\\.?0+$", "") + "%";
  }
}
