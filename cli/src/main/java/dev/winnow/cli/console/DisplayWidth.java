package dev.winnow.cli.console;

/** How many columns of a terminal a text takes, as {@code wcwidth} of C tells it. */
public final class DisplayWidth {
  /** First and last character of each range that is drawn two columns wide (Unicode UAX 11). */
  private static final int[] WIDE = {
    0x1100, 0x115f, 0x2e80, 0x303e, 0x3041, 0x33ff, 0x3400, 0x4dbf, 0x4e00, 0x9fff, 0xa000, 0xa4cf,
    0xac00, 0xd7a3, 0xf900, 0xfaff, 0xfe30, 0xfe6f, 0xff00, 0xff60, 0xffe0, 0xffe6, 0x1f300,
    0x1f64f, 0x1f900, 0x1f9ff, 0x20000, 0x3fffd
  };

  private static final int FIRST_WIDE = 0x1100;
  private static final int FIRST_COMBINING = 0x300;

  private DisplayWidth() {}

  public static int of(String text) {
    return text.codePoints().map(DisplayWidth::of).sum();
  }

  /** The beginning of a text that fits, with an ellipsis if something is left out. */
  public static String cut(String text, int columns, String ellipsis) {
    if (of(text) <= columns) {
      return text;
    }
    int room = columns - ellipsis.length();
    int end = 0;
    while (end < text.length()) {
      int codePoint = text.codePointAt(end);
      room -= of(codePoint);
      if (room < 0) {
        break;
      }
      end += Character.charCount(codePoint);
    }
    return text.substring(0, end) + ellipsis;
  }

  /** The text with blanks behind it, up to a width. */
  public static String pad(String text, int columns) {
    return text + " ".repeat(Math.max(0, columns - of(text)));
  }

  private static int of(int codePoint) {
    if (codePoint < FIRST_COMBINING) {
      return 1;
    }
    int type = Character.getType(codePoint);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT) {
      return 0;
    }
    for (int i = 0; codePoint >= FIRST_WIDE && i < WIDE.length; i += 2) {
      if (codePoint >= WIDE[i] && codePoint <= WIDE[i + 1]) {
        return 2;
      }
    }
    return 1;
  }
}
