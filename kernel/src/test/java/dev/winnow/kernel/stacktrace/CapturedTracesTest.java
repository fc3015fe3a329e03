package dev.winnow.kernel.stacktrace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What real programs print, against {@code .expected} files that say what was read; see the README
 * beside them. With {@code -Dwinnow.rewrite=true} the files are written anew and the tests fail.
 */
class CapturedTracesTest {
  private static final boolean REWRITE = Boolean.getBoolean("winnow.rewrite");

  @TestFactory
  Stream<DynamicTest> readsWhatRealProgramsPrint() throws IOException {
    return CapturedTrace.all().stream()
        .map(trace -> DynamicTest.dynamicTest(trace.name(), () -> isAsExpected(trace)));
  }

  private static void isAsExpected(CapturedTrace trace) throws IOException {
    Path expected = trace.expected();
    String actual =
        TraceText.of(trace.text())
            + "\nsignature\n"
            + TraceText.signature(trace.text())
            + "\nlines\n"
            + TraceText.lines(trace.text());
    if (REWRITE) {
      Files.writeString(expected, actual);
    }
    assertThat(REWRITE).as("rewritten").isFalse();
    assertThat(actual).isEqualTo(Files.readString(expected));
  }
}
