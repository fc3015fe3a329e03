package dev.winnow.core.predicate;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What other query languages call the operators of this one. */
final class Hints {
  private static final Map<String, String> OPERATORS =
      Map.ofEntries(
          Map.entry("==", "="),
          Map.entry("=>", ">="),
          Map.entry("=<", "<="),
          Map.entry("<>", "!="),
          Map.entry("&", "and"),
          Map.entry("&&", "and"),
          Map.entry("|", "or"),
          Map.entry("||", "or"),
          Map.entry("!", "not"),
          Map.entry("~", "contains"),
          Map.entry("=~", "contains"),
          Map.entry("!~", "not contains"),
          Map.entry("is", "="),
          Map.entry("equals", "="),
          Map.entry("contain", "contains"),
          Map.entry("includes", "contains"),
          Map.entry("has", "contains"),
          Map.entry("like", "contains"),
          Map.entry("matches", "contains"),
          Map.entry("start", "starts with"),
          Map.entry("starts_with", "starts with"),
          Map.entry("startswith", "starts with"),
          Map.entry("begins", "starts with"));

  private Hints() {}

  /** The operator that is meant by a word or symbol which is none; null if there is no knowing. */
  static @Nullable String operator(String text) {
    return OPERATORS.get(text.toLowerCase(Locale.ROOT));
  }

  /** The complaint about a character that neither begins a token nor belongs to a word. */
  static String character(char c) {
    return switch (c) {
      case '*', '?' ->
          "there are no wildcards; use contains or starts with, or quotes for the character " + c;
      case '\'', '`', '\u2018', '\u2019', '\u201c', '\u201d' -> "quotes are \"";
      default -> "a text with the character " + describe(c) + " needs quotes, as in \"a b\"";
    };
  }

  private static String describe(char c) {
    return c > ' ' && c < 0x7f ? String.valueOf(c) : String.format(Locale.ROOT, "U+%04X", (int) c);
  }
}
