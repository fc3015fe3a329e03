package dev.winnow.cli.report;

import dev.winnow.cli.analysis.Findings;
import dev.winnow.cli.analysis.ThrownFindings;
import dev.winnow.cli.console.Figures;
import dev.winnow.kernel.stacktrace.StackFrame;
import dev.winnow.kernel.stacktrace.StackTrace;
import dev.winnow.kernel.stacktrace.Thrown;
import java.util.List;

/** The kinds of stack traces, by fingerprint, the most frequent first. */
final class StackTraceSection {
  private final Findings findings;
  private final Wording wording;
  private final Page page;

  StackTraceSection(Findings findings, Wording wording, Page page) {
    this.findings = findings;
    this.wording = wording;
    this.page = page;
  }

  void print(int top) {
    List<ThrownFindings> all = findings.exceptions();
    if (all.isEmpty()) {
      return;
    }
    page.section(
        "STACK TRACES  "
            + Figures.count(all.stream().mapToLong(one -> one.records()).sum())
            + " of "
            + Figures.count(all.size(), "kind", "kinds"));
    int shown = Math.min(top, all.size());
    int width = Figures.count(all.get(0).records()).length() + 1;
    int margin = width + 3;
    for (ThrownFindings found : all.subList(0, shown)) {
      String times = Page.right(Figures.count(found.records()), width) + page.glyphs.times();
      page.line(times + "  " + page.cut(chain(found.trace()), page.width() - margin));
      page.faint(
          margin,
          wording.whenAndWhere(found.times(), found.exemplar()) + "   " + place(found.trace()));
    }
    if (shown < all.size()) {
      page.faint(margin, Figures.count(all.size() - shown, "more kind", "more kinds"));
    }
  }

  /** The outermost exception, its root cause, and the message of that. */
  private String chain(StackTrace trace) {
    String cause =
        trace.chain().size() > 1 ? " " + page.glyphs.from() + " " + name(trace.rootCause()) : "";
    String message = trace.rootCause().message().replace("\n", page.glyphs.lineBreak());
    return name(trace.outermost()) + cause + (message.isEmpty() ? "" : ": " + message);
  }

  private static String name(Thrown thrown) {
    return thrown.type().isEmpty() ? "(no type)" : thrown.type();
  }

  /** Where it was thrown: in the user's own code, as near to the root cause as the trace shows. */
  private static String place(StackTrace trace) {
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
