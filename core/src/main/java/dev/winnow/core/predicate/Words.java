package dev.winnow.core.predicate;

import dev.winnow.kernel.json.JsonEvent;
import dev.winnow.kernel.json.JsonScanner;
import dev.winnow.kernel.record.AnyValue;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Words without quotes: which characters they are of, and what they mean as a value. */
final class Words {
  private static final Set<String> KEYWORDS =
      Set.of("and", "or", "not", "in", "contains", "starts", "exists");

  private static final String PUNCTUATION = "_.-:/@%#$+";

  /** White space, typographic quotes and the byte order mark, which come with pasted text. */
  private static final String NEVER_BARE =
      "\u0085\u00a0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff\u2018\u2019\u201c\u201d";

  private static final int MAX_EXCERPT = 60;

  private Words() {}

  static boolean isKeyword(String word) {
    return KEYWORDS.contains(word.toLowerCase(Locale.ROOT));
  }

  /** Whether a word without quotes may hold a character. */
  static boolean isBare(char c) {
    return isPlain(c)
        || (c >= 0xa0 && !(c >= '\u2000' && c <= '\u200b') && NEVER_BARE.indexOf(c) < 0);
  }

  private static boolean isPlain(char c) {
    return (c >= '0' && c <= '9')
        || (c >= 'A' && c <= 'Z')
        || (c >= 'a' && c <= 'z')
        || PUNCTUATION.indexOf(c) >= 0;
  }

  /** Whether a text is written without quotes, wherever a text may stand. */
  static boolean needsNoQuotes(String text) {
    return !text.isEmpty()
        && text.chars().allMatch(c -> isPlain((char) c))
        && !isKeyword(text)
        && !text.equals("null")
        && literal(text) instanceof AnyValue.StringValue;
  }

  /** What a word means as a value of any type: a number, a truth value, else the text it is. */
  static AnyValue literal(String word) {
    AnyValue number = number(word);
    if (number != null) {
      return number;
    }
    return switch (word) {
      case "true" -> AnyValue.of(true);
      case "false" -> AnyValue.of(false);
      default -> AnyValue.of(word);
    };
  }

  /** The number that a word is in JSON, or null. */
  static @Nullable AnyValue number(String word) {
    JsonScanner json = new JsonScanner().reset(word);
    if (json.next() != JsonEvent.NUMBER) {
      return null;
    }
    AnyValue number =
        json.isLong() ? AnyValue.of(json.longValue()) : AnyValue.of(json.doubleValue());
    return json.next() == JsonEvent.END ? number : null;
  }

  /** A text for a complaint, not longer than a line. */
  static String excerpt(String text) {
    return text.length() > MAX_EXCERPT ? text.substring(0, MAX_EXCERPT) + "..." : text;
  }
}
