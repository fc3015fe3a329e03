package dev.winnow.kernel.stacktrace;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * One exception of a stack trace, type and message apart.
 *
 * @param type the type as printed; empty if the trace names none, as a Go goroutine dump
 * @param message the message, which may have several lines; empty if there is none
 * @param frames the calls that are printed with it, innermost first in every language, up to a
 *     limit
 * @param omittedFrames further calls: the ones that the runtime left out and the ones beyond the
 *     limit
 */
public record Thrown(String type, String message, List<StackFrame> frames, int omittedFrames) {
  /** Copies the frames. */
  public Thrown {
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(message, "message");
    frames = List.copyOf(frames);
  }

  static Thrown of(byte[] in, TraceSpans spans, ThrownSpans at) {
    List<StackFrame> frames = new ArrayList<>(at.keptFrames);
    for (int i = 0; i < at.keptFrames; i++) {
      frames.add(StackFrame.of(in, spans.frame(spans.slot(at, i))));
    }
    String type = new String(in, at.typeFrom, at.typeTo - at.typeFrom, StandardCharsets.UTF_8);
    String message =
        new String(in, at.messageFrom, at.messageTo - at.messageFrom, StandardCharsets.UTF_8);
    return new Thrown(type, message, frames, at.omittedFrames);
  }
}
