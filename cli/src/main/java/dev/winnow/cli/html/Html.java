package dev.winnow.cli.html;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/**
 * Writes HTML that is well-formed XML too. Whatever is given as text or as the value of an
 * attribute is escaped; what cannot be in a document, or would act on how it is shown, is made
 * visible.
 */
public final class Html {
  /** What begins on a line of its own, so that a page can be read and compared as text. */
  private static final Set<String> BLOCKS =
      Set.of(
          "head",
          "meta",
          "title",
          "style",
          "body",
          "header",
          "main",
          "section",
          "footer",
          "h1",
          "h2",
          "h3",
          "p",
          "ol",
          "ul",
          "li",
          "dl",
          "div",
          "dt",
          "table",
          "thead",
          "tbody",
          "tr",
          "details",
          "figure",
          "figcaption",
          "svg",
          "rect",
          "g",
          "line");

  private final StringBuilder out = new StringBuilder();
  private final Deque<String> open = new ArrayDeque<>();

  /** Begins a document. */
  public Html() {
    out.append("<!DOCTYPE html>\n");
  }

  /**
   * Begins an element.
   *
   * @param attributes names and values in turn; one with an empty value is left out
   */
  public Html open(String name, String... attributes) {
    start(name, attributes);
    out.append('>');
    open.push(name);
    return this;
  }

  /** Ends the element that was begun last. */
  public Html close() {
    out.append("</").append(open.pop()).append('>');
    return this;
  }

  /** Writes an element that holds nothing and never could, such as {@code meta} or {@code rect}. */
  public Html empty(String name, String... attributes) {
    start(name, attributes);
    out.append(" />");
    return this;
  }

  /** Writes an element that holds text. */
  public Html leaf(String name, String text, String... attributes) {
    return open(name, attributes).text(text).close();
  }

  /** Writes text. */
  public Html text(String text) {
    escape(text);
    return this;
  }

  /** Writes a style sheet, which is none of the log's. */
  public Html style(String sheet) {
    if (sheet.indexOf('<') >= 0 || sheet.indexOf('&') >= 0) {
      throw new IllegalArgumentException("a style sheet must need no escaping");
    }
    open("style");
    out.append('\n').append(sheet);
    return close();
  }

  private void start(String name, String... attributes) {
    if (BLOCKS.contains(name)) {
      out.append('\n');
    }
    out.append('<').append(name);
    for (int i = 0; i < attributes.length; i += 2) {
      if (!attributes[i + 1].isEmpty()) {
        out.append(' ').append(attributes[i]).append("=\"");
        escape(attributes[i + 1]);
        out.append('"');
      }
    }
  }

  private void escape(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        case '\n', '\t' -> out.append(c);
        default -> i += visible(text, i);
      }
    }
  }

  /** Writes a character so that it can be seen, and returns how many more it took with it. */
  private int visible(String text, int at) {
    char c = text.charAt(at);
    if (Character.isHighSurrogate(c)
        && at + 1 < text.length()
        && Character.isLowSurrogate(text.charAt(at + 1))) {
      out.append(c).append(text.charAt(at + 1));
      return 1;
    }
    if (c < ' ') {
      out.append((char) (0x2400 + c));
    } else if (actsUnseen(c)) {
      out.append(String.format("\\u%04x", (int) c));
    } else {
      out.append(Character.isSurrogate(c) || c >= 0xfffe ? '\ufffd' : c);
    }
    return 0;
  }

  /** Whether a character controls a terminal, ends a line, or changes the direction of writing. */
  private static boolean actsUnseen(char c) {
    return (c >= 0x7f && c < 0xa0)
        || c == '\u061c'
        || c == '\u200e'
        || c == '\u200f'
        || (c >= '\u2028' && c <= '\u202e')
        || (c >= '\u2066' && c <= '\u2069');
  }

  /** The document, with everything closed. */
  public String document() {
    while (!open.isEmpty()) {
      close();
    }
    return out.append('\n').toString();
  }
}
