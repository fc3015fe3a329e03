package dev.winnow.cli.report;

import dev.winnow.cli.console.Glyphs;
import dev.winnow.kernel.stacktrace.StackFrame;
import dev.winnow.kernel.stacktrace.StackTrace;
import dev.winnow.kernel.stacktrace.Thrown;
import java.util.List;

/** How reports say what a stack trace is about. */
final class TraceWording {
  private final Glyphs glyphs;

  TraceWording(Glyphs glyphs) {
    this.glyphs = glyphs;
  }

  /** The outermost exception, its root cause, and the message of that. */
  String chain(StackTrace trace) {
    String cause =
        trace.chain().size() > 1 ? " " + glyphs.from() + " " + name(trace.rootCause()) : "";
    String message = trace.rootCause().message().replace("\n", glyphs.lineBreak());
    return name(trace.outermost()) + cause + (message.isEmpty() ? "" : ": " + message);
  }

  private static String name(Thrown thrown) {
    return thrown.type().isEmpty() ? "(no type)" : thrown.type();
  }

  /** Where it was thrown: in the user's own code, as near to the root cause as the trace shows. */
  static String place(StackTrace trace) {
    List<StackFrame> frames =
        trace.chain().reversed().stream().flatMap(thrown -> thrown.frames().stream()).toList();
    if (frames.isEmpty()) {
      return "";
    }
    StackFrame frame = frames.stream().filter(StackFrame::inApp).findFirst().orElse(frames.get(0));
    String module = frame.module().isEmpty() ? "" : frame.module() + ".";
    String line = frame.line() == 0 ? "" : ":" + frame.line();
    return "at " + module + frame.function() + " (" + frame.file() + line + ")";
  }
}
