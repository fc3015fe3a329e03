package dev.winnow.cli.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reports as they are expected to be. What ids are is pinned by the conformance vectors. */
public final class Expected {
  /** With this property set, the expected reports are written anew, and the tests fail. */
  private static final String REWRITE = "winnow.rewrite.expected";

  private static final Path RESOURCES = Path.of("src/test/resources/expected");

  private Expected() {}

  public static void compare(String name, String report) throws IOException {
    Path expected = RESOURCES.resolve(name);
    String actual = report.replaceAll("[0-9a-f]{16}", "(id)");
    if (Boolean.getBoolean(REWRITE)) {
      Files.writeString(expected, actual);
      fail("written: " + expected + "; look at it, and run without -D" + REWRITE);
    }
    assertThat(actual).isEqualTo(Files.readString(expected));
  }
}
