package dev.winnow.cli.console;

import java.util.Locale;

/**
 * Text of a log as it may be printed. A log can hold what a terminal obeys, such as escape
 * sequences or a change of writing direction; a line break is shown as the two characters {@code
 * \n}, and every other control character as a blank.
 */
public final class Printable {
  private Printable() {}

  /** The text with nothing in it that acts. */
  public static String of(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (acts(text.charAt(i))) {
        return rewrite(text, i);
      }
    }
    return text;
  }

  /** JSON of the same meaning with nothing in it that acts. */
  public static String ofJson(String json) {
    StringBuilder out = new StringBuilder(json.length());
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      if (acts(c)) {
        out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  private static String rewrite(String text, int from) {
    StringBuilder out = new StringBuilder(text.length() + 8).append(text, 0, from);
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n') {
        out.append("\\n");
      } else {
        out.append(acts(c) ? ' ' : c);
      }
    }
    return out.toString();
  }

  private static boolean acts(char c) {
    return c < ' '
        || (c >= 0x7f && c < 0xa0)
        || c == '\u061c'
        || c == '\u200e'
        || c == '\u200f'
        || c == '\u2028'
        || c == '\u2029'
        || (c >= '\u202a' && c <= '\u202e')
        || (c >= '\u2066' && c <= '\u2069');
  }
}
