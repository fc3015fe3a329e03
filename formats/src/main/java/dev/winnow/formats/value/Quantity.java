package dev.winnow.formats.value;

import dev.winnow.formats.time.DurationScanner;
import dev.winnow.kernel.form.Mask;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/** What the values of a variable measure, and how they are read and said. */
public enum Quantity {
  /** Plain numbers. */
  NUMBER("1"),
  /** Lengths of time, in nanoseconds. */
  DURATION("ns"),
  /** Amounts of information, in bytes. */
  SIZE("By"),
  /** Nothing that has an order. */
  NONE("");

  /** Longer texts are no numbers that matter. */
  private static final int MAX_BYTES = 40;

  private static final String PREFIXES = "kmgtp";
  private static final Set<String> BYTES = Set.of("", "b", "i", "ib", "byte", "bytes");

  private final String unit;

  Quantity(String unit) {
    this.unit = unit;
  }

  /** What values of a type measure. */
  public static Quantity of(Mask mask) {
    return switch (mask) {
      case NUM -> NUMBER;
      case DUR -> DURATION;
      case SIZE -> SIZE;
      default -> NONE;
    };
  }

  /** Its unit in the Unified Code for Units of Measure, as OpenTelemetry writes units. */
  public String unit() {
    return unit;
  }

  /** What {@code in[from, to)} stands for; not a number if it cannot be told. */
  public double read(byte[] in, int from, int to) {
    if (to - from > MAX_BYTES) {
      return Double.NaN;
    }
    return switch (this) {
      case NUMBER -> number(text(in, from, to));
      case DURATION -> duration(in, from, to);
      case SIZE -> size(text(in, from, to).toLowerCase(Locale.ROOT));
      case NONE -> Double.NaN;
    };
  }

  private static String text(byte[] in, int from, int to) {
    return new String(in, from, to - from, StandardCharsets.UTF_8);
  }

  private static double number(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException unreadable) {
      return Double.NaN;
    }
  }

  private static double duration(byte[] in, int from, int to) {
    long nanos = DurationScanner.nanos(in, from, to, 0);
    return nanos == DurationScanner.NONE ? Double.NaN : nanos;
  }

  /** Units of 1000, or of 1024 if they say so with an i; bits and rates are left out. */
  private static double size(String text) {
    int end = 0;
    while (end < text.length() && "0123456789.+-".indexOf(text.charAt(end)) >= 0) {
      end++;
    }
    String unit = text.substring(end).strip();
    int power = unit.isEmpty() ? 0 : PREFIXES.indexOf(unit.charAt(0)) + 1;
    String rest = unit.substring(power > 0 ? 1 : 0);
    boolean isBinary = rest.startsWith("i");
    boolean isBytes = BYTES.contains(rest);
    return isBytes
        ? number(text.substring(0, end)) * Math.pow(isBinary ? 1024 : 1000, power)
        : Double.NaN;
  }
}
