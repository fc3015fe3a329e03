package dev.winnow.server.request;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A parameter of a request, which has yet to become a value. One that is empty counts as not given.
 *
 * @param text as it was given; null if it was not
 */
public record Parameter(String name, @Nullable String text) {
  /** How much of a refused text is shown, in characters. */
  private static final int SHOWN = 100;

  private static final int HEX_DIGITS_OF_LONG = 16;

  /** The text; empty if it was not given. */
  public String textOrEmpty() {
    return text == null ? "" : text;
  }

  public boolean isGiven() {
    return !textOrEmpty().isEmpty();
  }

  /** A whole number within bounds, both included. */
  public int integer(int least, int greatest, int otherwise) {
    if (!isGiven()) {
      return otherwise;
    }
    return (int) wholeNumber(least, greatest);
  }

  /** A count without an upper bound. */
  public long count(long otherwise) {
    return isGiven() ? wholeNumber(0, Long.MAX_VALUE) : otherwise;
  }

  private long wholeNumber(long least, long greatest) {
    try {
      // The library would also take a sign, and digits of other scripts.
      boolean isNumber = textOrEmpty().chars().allMatch(c -> c >= '0' && c <= '9');
      long number = isNumber ? Long.parseLong(textOrEmpty()) : -1;
      if (number >= least && number <= greatest) {
        return number;
      }
    } catch (NumberFormatException notANumber) {
      // Refused as a number out of bounds is.
    }
    String upTo = greatest == Long.MAX_VALUE ? " on" : " to " + greatest;
    throw refused("a whole number from " + least + upTo);
  }

  /** {@code true} or {@code false}; the latter if it was not given. */
  public boolean flag() {
    return switch (textOrEmpty()) {
      case "true" -> true;
      case "", "false" -> false;
      default -> throw refused("true or false");
    };
  }

  /** A constant by its name in lower case. */
  public <E extends Enum<E>> E choice(Class<E> type, E otherwise) {
    return isGiven() ? choice(type) : otherwise;
  }

  /** A constant by its name in lower case, which must be given. */
  public <E extends Enum<E>> E choice(Class<E> type) {
    for (E constant : type.getEnumConstants()) {
      if (label(constant).equals(text)) {
        return constant;
      }
    }
    throw refused("one of " + labels(type));
  }

  /** The name of a constant in requests and answers. */
  public static String label(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static String labels(Class<? extends Enum<?>> type) {
    StringBuilder labels = new StringBuilder();
    for (Enum<?> constant : type.getEnumConstants()) {
      labels.append(labels.isEmpty() ? "" : ", ").append(label(constant));
    }
    return labels.toString();
  }

  /** A length of time, such as {@code 30s}. */
  public Duration length() {
    return TimeText.length(this);
  }

  /** The id of a template. */
  public long templateId() {
    String digits = textOrEmpty();
    if (digits.length() != HEX_DIGITS_OF_LONG || !digits.chars().allMatch(HexFormat::isHexDigit)) {
      throw refused("the 16 hexadecimal digits of a template id");
    }
    return HexFormat.fromHexDigitsToLong(digits);
  }

  /** The refusal of what was given. */
  public WinnowException refused(String allowed) {
    String given = textOrEmpty();
    String shown = given.length() > SHOWN ? given.substring(0, SHOWN) + "..." : given;
    return new WinnowException(
        ErrorCode.INVALID_PARAMETER,
        "%s is '%s', and %s is allowed".formatted(name, shown, allowed));
  }
}
