package dev.winnow.server.listen;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/**
 * Names a request in its answer and in the server's log: the trace that it belongs to, if it says
 * so.
 *
 * @param text 32 digits, lower-case and hexadecimal
 */
record TraceId(String text) {
  private static final Pattern TRACE_PARENT =
      Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");

  static TraceId of(HttpHead head) {
    var parent = TRACE_PARENT.matcher(head.header("traceparent"));
    return new TraceId(parent.matches() ? parent.group(1) : random());
  }

  /** A name for a request that says none, or cannot. */
  static String random() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    HexFormat hex = HexFormat.of();
    return hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong());
  }
}
