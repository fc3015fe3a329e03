package dev.winnow.storage;

import dev.winnow.kernel.predicate.And;
import dev.winnow.kernel.predicate.Predicate;
import java.util.List;

/**
 * Which records of a tenant are asked for.
 *
 * @param time when they happened
 * @param where what they meet; {@link #ANYTHING} for all
 * @param text what their body contains in any case, empty for anything: of both, each code point
 *     counts as its simple lower case in Unicode, whatever is beside it and in every language, so
 *     {@code ÄRGER} is found by {@code ärger}, but {@code ß} not by {@code ss}
 */
public record Selection(String tenantId, TimeSpan time, Predicate where, String text) {
  /** The length of a text that is looked for, in characters. */
  public static final int MAX_TEXT_LENGTH = 1024;

  /** What every record meets. */
  public static final Predicate ANYTHING = new And(List.of());

  public Selection {
    if (text.length() > MAX_TEXT_LENGTH) {
      throw new IllegalArgumentException("a text of " + text.length() + " characters");
    }
  }

  /** All records of a tenant. */
  public static Selection all(String tenantId) {
    return new Selection(tenantId, TimeSpan.ALL, ANYTHING, "");
  }

  public Selection during(TimeSpan span) {
    return new Selection(tenantId, span, where, text);
  }

  public Selection where(Predicate condition) {
    return new Selection(tenantId, time, condition, text);
  }

  public Selection containing(String part) {
    return new Selection(tenantId, time, where, part);
  }
}
