package dev.winnow.kernel.stacktrace;

import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * One call in a stack trace. What the trace does not say is the empty string, or line 0.
 *
 * @param module the class, package or receiver that holds the function, as printed
 * @param function the function or method, as printed, without arguments
 * @param file the source file, as printed
 * @param line the line in the file, from 1
 * @param inApp whether the code belongs to neither a runtime nor a known library
 */
public record StackFrame(String module, String function, String file, int line, boolean inApp) {
  /** Checks that every part is present. */
  public StackFrame {
    Objects.requireNonNull(module, "module");
    Objects.requireNonNull(function, "function");
    Objects.requireNonNull(file, "file");
  }

  static StackFrame of(byte[] in, FrameSpans at) {
    return new StackFrame(
        text(in, at.moduleFrom, at.moduleTo),
        text(in, at.functionFrom, at.functionTo),
        text(in, at.fileFrom, at.fileTo),
        at.line,
        at.inApp);
  }

  private static String text(byte[] in, int from, int to) {
    return new String(in, from, to - from, StandardCharsets.UTF_8);
  }
}
