package dev.winnow.server.config;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number of bytes, which people write with a unit: {@code 512KiB}, {@code 16MiB}, {@code 1GiB}.
 */
public record ByteSize(long bytes) {
  private static final Pattern FORM = Pattern.compile("(\\d{1,12}) ?(B|KiB|MiB|GiB|TiB)?");
  private static final Map<String, Integer> SHIFTS =
      Map.of("B", 0, "KiB", 10, "MiB", 20, "GiB", 30, "TiB", 40);

  /** Reads a size; a number alone is in bytes. */
  static ByteSize parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new IllegalArgumentException("is not a size such as 16MiB");
    }
    String unit = form.group(2) == null ? "B" : form.group(2);
    long number = Long.parseLong(form.group(1));
    int shift = SHIFTS.getOrDefault(unit, 0);
    if (number > Long.MAX_VALUE >> shift) {
      throw new IllegalArgumentException("is too large");
    }
    return new ByteSize(number << shift);
  }

  /** The size as one number of type int. */
  public int asInt() {
    return Math.toIntExact(bytes);
  }
}
