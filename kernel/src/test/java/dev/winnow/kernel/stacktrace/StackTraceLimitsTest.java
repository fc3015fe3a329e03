package dev.winnow.kernel.stacktrace;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StackTraceLimitsTest {
  private static final String FRAME = "\tat com.acme.Tree.walk(Tree.java:5)\n";
  private static final int WARM_UP = 20;

  /**
   * A scan allocates the same in each; what the compiler of the virtual machine leaves on the
   * thread, it leaves in few.
   */
  private static final int PASSES = 10;

  private static StackTrace parse(String body) {
    return StackTrace.parse(body).orElseThrow();
  }

  private static String repeat(int times, String format) {
    StringBuilder out = new StringBuilder();
    IntStream.range(0, times).forEach(i -> out.append(format.replace("#", Integer.toString(i))));
    return out.toString();
  }

  @Test
  void keepsTheInnermostFramesAndCountsTheRest() {
    StackTrace trace =
        parse("a.AException\n" + repeat(10_000, "\tat a.A.f#(A.java:1)\n") + "\t... 7 more\n");
    assertThat(trace.outermost().frames()).hasSize(256);
    assertThat(trace.outermost().frames().get(255).function()).isEqualTo("f255");
    assertThat(trace.outermost().omittedFrames()).isEqualTo(10_000 - 256 + 7);
  }

  @Test
  void keepsTheInnermostFramesOfATraceThatPrintsThemLast() {
    StackTrace trace =
        parse(
            "Traceback (most recent call last):\n"
                + repeat(10_000, "  File \"/srv/a.py\", line 3, in f#\n")
                + "ValueError: x\n");
    List<StackFrame> frames = trace.outermost().frames();
    assertThat(frames).hasSize(256);
    assertThat(frames.get(0).function()).isEqualTo("f9999");
    assertThat(frames.get(255).function()).isEqualTo("f9744");
    assertThat(trace.outermost().omittedFrames()).isEqualTo(10_000 - 256);
    assertThat(trace.signature()).startsWith("!ValueError\n@a:f9999\n@a:f9998\n");
  }

  @Test
  void keepsTheFirstFramesOfManyExceptions() {
    String one = "Caused by: b.B#Exception\n" + FRAME.repeat(300);
    StackTrace trace = parse("a.AException\n" + FRAME.repeat(300) + repeat(20, one));
    assertThat(trace.chain()).hasSize(21);
    assertThat(trace.chain().stream().mapToInt(thrown -> thrown.frames().size()).sum())
        .isEqualTo(1024);
    assertThat(trace.rootCause().frames()).isEmpty();
    assertThat(trace.rootCause().omittedFrames()).isEqualTo(300);
  }

  @Test
  void keepsTheFirstExceptionsAndCountsTheRest() {
    for (String relation : List.of("Caused by", "Wrapped by")) {
      StackTrace trace =
          parse("a.AException\n" + repeat(1000, FRAME + relation + ": b.B#Exception: x\n"));
      assertThat(trace.chain()).hasSize(32);
      assertThat(trace.thrownCount()).isEqualTo(1001);
    }
    StackTrace trace =
        parse("a.AException\n" + repeat(1000, FRAME + "\tSuppressed: b.B#Exception: x\n"));
    assertThat(trace.chain()).hasSize(1);
    assertThat(trace.others()).hasSize(31);
    assertThat(trace.thrownCount()).isEqualTo(1001);
  }

  @Test
  void limitsTheTextWithinATrace() {
    String message = "a.AException: x\n" + "more\n".repeat(63);
    assertThat(parse(message + FRAME).outermost().type()).isEqualTo("a.AException");
    assertThat(parse("a.AException: x\n" + "more\n".repeat(64) + FRAME).outermost().type())
        .isEmpty();
    StackTrace open =
        parse("a.AException\n" + FRAME + "Caused by: b.BException: y\n" + "z\n".repeat(65) + FRAME);
    assertThat(open.rootCause().message()).isEqualTo("y");
    assertThat(open.rootCause().frames()).isEmpty();
  }

  @Test
  void cutsNamesInTheSignature() {
    String name = "x".repeat(10_000);
    StackTrace trace = parse("a." + name + "Exception\n\tat a." + name + ".f(A.java:1)\n");
    assertThat(trace.outermost().type()).hasSize(10_000 + "a.Exception".length());
    assertThat(trace.signature())
        .isEqualTo("!a." + "x".repeat(253) + "\n@a." + "x".repeat(253) + '\n');
  }

  @Test
  void readsNumbersBeyondTheRangeOfAnInteger() {
    StackTrace trace =
        parse("a.AException\n\tat a.A.f(A.java:99999999999)\n\t... 99999999999 more\n");
    assertThat(trace.outermost().frames().get(0).line()).isEqualTo(Integer.MAX_VALUE);
    assertThat(trace.outermost().omittedFrames()).isPositive();
    assertThat(trace.signature()).isEqualTo("!a.AException\n@a.A.f\n");
  }

  @Test
  void allocatesNothing() {
    List<byte[]> bodies =
        CapturedTrace.all().stream().map(trace -> trace.text().getBytes(UTF_8)).toList();
    StackTraceScanner scanner = new StackTraceScanner();
    StackTraceLines lines = new StackTraceLines();
    for (int i = 0; i < WARM_UP; i++) {
      bodies.forEach(body -> scanAndJoin(scanner, lines, body));
    }
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    long empty = threads.getCurrentThreadAllocatedBytes() - before;
    long least = Long.MAX_VALUE;
    for (int pass = 0; pass < PASSES; pass++) {
      before = threads.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < bodies.size(); i++) {
        scanAndJoin(scanner, lines, bodies.get(i));
      }
      least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
    }
    assertThat(least).isEqualTo(empty);
  }

  private static void scanAndJoin(StackTraceScanner scanner, StackTraceLines lines, byte[] body) {
    if (scanner.scan(body, 0, body.length)) {
      scanner.fingerprint();
    }
    int from = 0;
    for (int at = 0; at < body.length; at++) {
      if (body[at] == '\n') {
        if (from == 0 || !lines.continues(body, from, at)) {
          lines.begin(body, from, at);
        }
        from = at + 1;
      }
    }
  }
}
