package dev.winnow.kernel.stacktrace;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** A stack trace, or what became of a body's lines, as text that a person can check. */
final class TraceText {
  private TraceText() {}

  /**
   * What was read: the text in front, the chain from the outermost exception on, other exceptions,
   * the text behind. Frames of the application are marked {@code +}.
   */
  static String of(String body) {
    return StackTrace.parse(body).map(trace -> of(body, trace)).orElse("no trace\n");
  }

  private static String of(String body, StackTrace trace) {
    byte[] utf8 = body.getBytes(UTF_8);
    StringBuilder out = new StringBuilder(trace.language().text()).append('\n');
    around(out, "said", new String(utf8, 0, trace.begin(), UTF_8));
    String intro = "thrown";
    for (Thrown thrown : trace.chain()) {
      thrown(out, intro, thrown);
      intro = "caused by";
    }
    trace.others().forEach(thrown -> thrown(out, "beside", thrown));
    around(out, "left", new String(utf8, trace.end(), utf8.length - trace.end(), UTF_8));
    return out.toString();
  }

  private static void around(StringBuilder out, String intro, String text) {
    if (!text.isBlank()) {
      out.append(intro).append(' ').append(escape(text)).append('\n');
    }
  }

  private static void thrown(StringBuilder out, String intro, Thrown thrown) {
    out.append(intro).append(" [").append(thrown.type()).append(']');
    if (!thrown.message().isEmpty()) {
      out.append(' ').append(escape(thrown.message()));
    }
    out.append('\n');
    thrown.frames().forEach(frame -> frame(out, frame));
    if (thrown.omittedFrames() > 0) {
      out.append("    ").append(thrown.omittedFrames()).append(" more\n");
    }
  }

  private static void frame(StringBuilder out, StackFrame frame) {
    out.append(frame.inApp() ? "  + " : "    ");
    if (!frame.module().isEmpty()) {
      out.append(frame.module()).append(" | ");
    }
    out.append(frame.function());
    if (!frame.file().isEmpty()) {
      out.append(" | ").append(frame.file()).append(':').append(frame.line());
    }
    out.append('\n');
  }

  private static String escape(String text) {
    return text.strip().replace("\n", "\\n").replace("\t", "\\t");
  }

  /** The signature and the fingerprint. */
  static String signature(String body) {
    return StackTrace.parse(body)
        .map(trace -> trace.signature() + HexFormat.of().toHexDigits(trace.fingerprint()) + '\n')
        .orElse("");
  }

  /**
   * Each line with what the joiner makes of it: {@code |} continues the record, {@code >} begins
   * one, {@code :} is left to the caller as it is indented.
   */
  static String lines(String body) {
    StackTraceLines lines = new StackTraceLines();
    StringBuilder out = new StringBuilder();
    List<String> all = Arrays.asList(body.split("\n", -1));
    for (int i = 0; i < all.size() && !(i == all.size() - 1 && all.get(i).isEmpty()); i++) {
      byte[] line = all.get(i).getBytes(UTF_8);
      char mark = i > 0 && lines.continues(line, 0, line.length) ? '|' : '>';
      if (mark == '>' && i > 0 && line.length > 0 && (line[0] == ' ' || line[0] == '\t')) {
        mark = ':';
      }
      if (mark == '>') {
        lines.begin(line, 0, line.length);
      }
      out.append(mark).append(' ').append(all.get(i)).append('\n');
    }
    return out.toString();
  }
}
