package dev.winnow.cli.console;

/** Signs to draw with, in Unicode or in ASCII. */
public final class Glyphs {
  private static final String BLOCKS = " ▁▂▃▄▅▆▇█";
  private static final String ASCII_BLOCKS = " ._-=+*%#";

  private final boolean unicode;

  public Glyphs(Terminal terminal) {
    unicode = terminal.unicode();
  }

  public String ellipsis() {
    return unicode ? "…" : "...";
  }

  public String to() {
    return unicode ? "→" : "to";
  }

  public String from() {
    return unicode ? "←" : "<-";
  }

  public String bar() {
    return unicode ? "▕" : "|";
  }

  public String lineBreak() {
    return unicode ? " ↵ " : " / ";
  }

  public String times() {
    return unicode ? "×" : "x";
  }

  /** One column for each number, its height by the greatest; nothing for zero only. */
  public String columns(double[] numbers) {
    String blocks = unicode ? BLOCKS : ASCII_BLOCKS;
    double greatest = 0;
    for (double number : numbers) {
      greatest = Math.max(greatest, number);
    }
    StringBuilder columns = new StringBuilder();
    for (double number : numbers) {
      int height = number <= 0 ? 0 : (int) Math.ceil(number / greatest * (blocks.length() - 1));
      columns.append(blocks.charAt(Math.min(height, blocks.length() - 1)));
    }
    return columns.toString();
  }
}
