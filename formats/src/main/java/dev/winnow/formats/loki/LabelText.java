package dev.winnow.formats.loki;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import java.util.Map;

/** Labels as Prometheus writes them: <code>{app="shop", env="prod"}</code>. Read once. */
final class LabelText {
  private static final int MAX_SHOWN = 200;
  private static final int END = -1;

  /** What escapes of one letter stand for, in the order of {@link #ESCAPED}. */
  private static final String ESCAPES = "abfnrtv\\\"'";

  private static final String ESCAPED = "\u0007\b\f\n\r\t\u000b\\\"'";

  private final String text;
  private int at;

  private LabelText(String text) {
    this.text = text;
  }

  /**
   * Adds the labels in a text to {@code labels}.
   *
   * @throws WinnowException with {@code MALFORMED_REQUEST} if they cannot be read
   */
  static void read(String text, Map<String, String> labels) {
    new LabelText(text).read(labels);
  }

  private void read(Map<String, String> labels) {
    expect('{');
    while (!isNext('}')) {
      String name = name();
      expect('=');
      labels.put(name, quoted());
      if (!isNext(',')) {
        expect('}');
        break;
      }
    }
    skipBlanks();
    if (at < text.length()) {
      throw malformed("unexpected text behind the labels");
    }
  }

  private void skipBlanks() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private int peek() {
    return at < text.length() ? text.charAt(at) : END;
  }

  /** Passes over blanks and {@code wanted}; false if something else follows. */
  private boolean isNext(char wanted) {
    skipBlanks();
    if (peek() != wanted) {
      return false;
    }
    at++;
    return true;
  }

  private void expect(char wanted) {
    if (!isNext(wanted)) {
      throw malformed("expected '" + wanted + "'");
    }
  }

  private String name() {
    skipBlanks();
    if (peek() == '"') {
      return quoted();
    }
    int from = at;
    while (at < text.length() && isOfName(text.charAt(at))) {
      at++;
    }
    if (at == from) {
      throw malformed("expected the name of a label");
    }
    return text.substring(from, at);
  }

  private static boolean isOfName(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '.' || c == ':' || c == '-';
  }

  /** A string as Go writes it. */
  private String quoted() {
    skipBlanks();
    if (isNext('`')) {
      return raw();
    }
    expect('"');
    StringBuilder value = new StringBuilder();
    while (peek() != '"') {
      int c = peek();
      if (c == END) {
        throw malformed("unexpected end within quotes");
      }
      at++;
      if (c == '\\') {
        unescape(value);
      } else {
        value.append((char) c);
      }
    }
    at++;
    return value.toString();
  }

  private String raw() {
    int end = text.indexOf('`', at);
    if (end < 0) {
      throw malformed("unexpected end within quotes");
    }
    String value = text.substring(at, end);
    at = end + 1;
    return value;
  }

  private void unescape(StringBuilder value) {
    int c = peek();
    at++;
    int known = c == END ? -1 : ESCAPES.indexOf(c);
    if (known >= 0) {
      value.append(ESCAPED.charAt(known));
      return;
    }
    switch (c) {
      case 'x' -> value.append(character(number(2, 16), 0x7f));
      case 'u' -> value.append(character(number(4, 16), Character.MAX_CODE_POINT));
      case 'U' -> value.append(character(number(8, 16), Character.MAX_CODE_POINT));
      case '0', '1', '2', '3' -> {
        at--;
        value.append(character(number(3, 8), 0x7f));
      }
      default -> throw malformed("unknown escape");
    }
  }

  private int number(int digits, int radix) {
    long number = 0;
    for (int i = 0; i < digits; i++) {
      int digit = peek() == END ? -1 : Character.digit(text.charAt(at), radix);
      if (digit < 0) {
        throw malformed("unknown escape");
      }
      number = number * radix + digit;
      at++;
    }
    return (int) Math.min(number, Integer.MAX_VALUE);
  }

  /** What is no character, and half of one that was written as bytes, is U+FFFD. */
  private static String character(int codePoint, int greatest) {
    boolean isSurrogate =
        codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    return codePoint > greatest || isSurrogate ? "\ufffd" : Character.toString(codePoint);
  }

  private WinnowException malformed(String what) {
    String shown = text.length() > MAX_SHOWN ? text.substring(0, MAX_SHOWN) + "..." : text;
    return new WinnowException(
        ErrorCode.MALFORMED_REQUEST,
        "error parsing labels %s with error: 1:%d: parse error: %s".formatted(shown, at + 1, what));
  }
}
