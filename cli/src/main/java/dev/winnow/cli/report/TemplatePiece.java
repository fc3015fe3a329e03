package dev.winnow.cli.report;

import java.util.ArrayList;
import java.util.List;

/**
 * A part of a template's text: words as they were written, or a placeholder such as {@code <num>}.
 */
record TemplatePiece(String text, boolean isPlaceholder) {
  /** The pieces of a text in which a literal {@code <} is written twice. */
  static List<TemplatePiece> of(String escaped) {
    List<TemplatePiece> pieces = new ArrayList<>();
    StringBuilder words = new StringBuilder();
    int at = 0;
    while (at < escaped.length()) {
      char c = escaped.charAt(at);
      int end = c == '<' ? escaped.indexOf('>', at) : -1;
      if (escaped.startsWith("<<", at)) {
        words.append('<');
        at += 2;
      } else if (end > 0) {
        if (!words.isEmpty()) {
          pieces.add(new TemplatePiece(words.toString(), false));
          words.setLength(0);
        }
        pieces.add(new TemplatePiece(escaped.substring(at, end + 1), true));
        at = end + 1;
      } else {
        words.append(c);
        at++;
      }
    }
    if (!words.isEmpty()) {
      pieces.add(new TemplatePiece(words.toString(), false));
    }
    return pieces;
  }
}
