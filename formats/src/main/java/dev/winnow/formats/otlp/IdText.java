package dev.winnow.formats.otlp;

import dev.winnow.kernel.record.HexId;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Trace and span ids as the lower-case hexadecimal digits that they are elsewhere. */
final class IdText {
  static final int TRACE_ID_BYTES = 16;
  static final int SPAN_ID_BYTES = 8;

  private static final byte[] DIGITS = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  private final byte[] digits = new byte[2 * TRACE_ID_BYTES];

  /** The trace id that a text is; empty if it is none. */
  static String traceId(String text) {
    String id = text.toLowerCase(Locale.ROOT);
    return HexId.isTraceId(id) ? id : "";
  }

  /** The span id that a text is; empty if it is none. */
  static String spanId(String text) {
    String id = text.toLowerCase(Locale.ROOT);
    return HexId.isSpanId(id) ? id : "";
  }

  /** The id in {@code in[from, to)}; empty if its length is another, or all of it is zero. */
  String of(byte[] in, int from, int to, int bytes) {
    if (to - from != bytes) {
      return "";
    }
    int all = 0;
    for (int i = 0; i < bytes; i++) {
      byte b = in[from + i];
      all |= b;
      digits[2 * i] = DIGITS[b >> 4 & 0xf];
      digits[2 * i + 1] = DIGITS[b & 0xf];
    }
    return all == 0 ? "" : new String(digits, 0, 2 * bytes, StandardCharsets.ISO_8859_1);
  }
}
