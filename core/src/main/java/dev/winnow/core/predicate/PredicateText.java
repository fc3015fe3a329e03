package dev.winnow.core.predicate;

import dev.winnow.kernel.predicate.Predicate;
import java.nio.charset.StandardCharsets;

/**
 * The one readable form of a {@link Predicate}, such as {@code level >= warn and service = checkout
 * and not "health check"}.
 */
public final class PredicateText {
  private PredicateText() {}

  /**
   * Reads the readable form.
   *
   * @throws InvalidPredicateTextException if it is none or too large; says where, and what to write
   */
  public static Predicate parse(String text) {
    int length = text.getBytes(StandardCharsets.UTF_8).length;
    if (length > Predicate.MAX_JSON_BYTES) {
      throw InvalidPredicateTextException.tooLarge(
          text, 0, length + " bytes long, limit " + Predicate.MAX_JSON_BYTES);
    }
    return new PredicateParser(new Tokens(text)).parse();
  }

  /** The canonical readable form, which {@link #parse} reads back as an equal predicate. */
  public static String write(Predicate predicate) {
    return PredicateWriter.write(predicate);
  }
}
