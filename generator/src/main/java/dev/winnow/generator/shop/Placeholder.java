package dev.winnow.generator.shop;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A changing part of a text.
 *
 * @param width the digits of a number, at most
 * @param words those to choose from
 */
public record Placeholder(Kind kind, int width, List<String> words) {
  /** What stands there. */
  public enum Kind {
    DECIMAL,
    HEX,
    WORD,
    USER,
    IP,
    REQUEST,
    ORDER,
    CART,
    SKU,
    AMOUNT,
    SESSION,
    MS,
    STATUS,
    CLF,
    ISO,
    LOG4J,
    POSTGRES,
    REDIS,
    LEVEL,
    LOGGER,
    THREAD,
    MESSAGE,
    PID
  }

  /**
   * Reads what stands between the angle brackets.
   *
   * @param lists lists of words by name
   * @throws IllegalArgumentException if it means nothing
   */
  static Placeholder parse(String source, Map<String, List<String>> lists) {
    if (source.indexOf('|') >= 0) {
      return word(List.of(source.split("\\|", -1)));
    }
    if (lists.containsKey(source)) {
      return word(lists.get(source));
    }
    if (source.matches("[nx][0-9]+")) {
      Kind kind = source.charAt(0) == 'n' ? Kind.DECIMAL : Kind.HEX;
      return new Placeholder(kind, Integer.parseInt(source.substring(1)), List.of());
    }
    return new Placeholder(Kind.valueOf(source.toUpperCase(Locale.ROOT)), 0, List.of());
  }

  private static Placeholder word(List<String> words) {
    return new Placeholder(Kind.WORD, 0, words);
  }
}
