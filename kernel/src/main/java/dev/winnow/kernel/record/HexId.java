package dev.winnow.kernel.record;

/**
 * The text of trace and span ids as in W3C Trace Context: 32 and 16 lower-case hexadecimal digits,
 * not all zero.
 */
public final class HexId {
  private static final int TRACE_ID_DIGITS = 32;
  private static final int SPAN_ID_DIGITS = 16;

  private HexId() {}

  /** Whether a text is a valid trace id. */
  public static boolean isTraceId(String text) {
    return isId(text, TRACE_ID_DIGITS);
  }

  /** Whether a text is a valid span id. */
  public static boolean isSpanId(String text) {
    return isId(text, SPAN_ID_DIGITS);
  }

  private static boolean isId(String text, int digits) {
    if (text.length() != digits) {
      return false;
    }
    boolean allZero = true;
    for (int i = 0; i < digits; i++) {
      char c = text.charAt(i);
      if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
        return false;
      }
      allZero &= c == '0';
    }
    return !allZero;
  }
}
