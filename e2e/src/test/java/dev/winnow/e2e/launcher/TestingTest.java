package dev.winnow.e2e.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.e2e.Outcome;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How {@code ./winnow test} sums up what ran. */
final class TestingTest {
  private static final String PASSED =
      """
      <testsuite name="FakeTest" time="0.1" tests="2" errors="0" skipped="0" failures="0">
        <testcase name="adds" classname="FakeTest" time="0.1"/>
        <testcase name="subtracts" classname="FakeTest" time="0.1"/>
      </testsuite>
      """;

  private static final String SKIPPED =
      """
      <testsuite name="FakeTest" time="0.1" tests="2" errors="0" skipped="1" failures="0">
        <testcase name="adds" classname="FakeTest" time="0.1"/>
        <testcase name="subtracts" classname="FakeTest" time="0">
          <skipped message="later"/>
        </testcase>
      </testsuite>
      """;

  private static final String FAILED =
      """
      <testsuite name="FakeTest" time="0.1" tests="4" errors="1" skipped="0" failures="2">
        <testcase name="adds" classname="FakeTest" time="0.1"/>
      </testsuite>
      """;

  @TempDir private Path directory;
  private Checkout checkout;

  @BeforeEach
  void makeCheckout() {
    checkout = new Checkout(directory);
  }

  private Outcome test(String report, String... arguments) {
    String jdk17 = checkout.jdk("17.0.15").toString();
    String[] command = new String[arguments.length + 1];
    command[0] = "test";
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    return checkout.run(Map.of("JAVA_HOME", jdk17, "FAKE_REPORT", report), command);
  }

  @Test
  void countsWhatPassed() {
    Outcome outcome = test(PASSED);

    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.stdout()).endsWith("\n2 passed, 0 failed\n");
  }

  @Test
  void failsWhenATestWasSkipped() {
    Outcome outcome = test(SKIPPED);

    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.stdout())
        .contains("skipped: FakeTest.subtracts\n")
        .endsWith("\n1 passed, 0 failed, 1 skipped\n");
  }

  @Test
  void failsWhenATestFailedThoughMavenDidNot() {
    Outcome outcome = test(FAILED);

    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.stdout()).endsWith("\n1 passed, 3 failed\n");
  }

  @Test
  void failsWhenMavenFailed() {
    String jdk17 = checkout.jdk("17.0.15").toString();

    Outcome outcome = checkout.run(Map.of("JAVA_HOME", jdk17, "FAKE_ERROR", "x"), "test");

    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.stderr()).contains("winnow: no test ran");
  }

  @Test
  void countsNoReportOfAnEarlierRun() {
    checkout.file("core/target/surefire-reports/TEST-OldTest.xml", FAILED);

    assertThat(test(PASSED).stdout()).endsWith("\n2 passed, 0 failed\n");
  }

  @Test
  void handsOnArgumentsToMavenWithTheJava17OfTheKernel() {
    test(PASSED, "-pl", "kernel");

    assertThat(checkout.builds().getLast())
        .contains("-Dwinnow.jdk17=" + checkout.path("jdks/17.0.15"))
        .endsWith("verify -pl kernel");
  }
}
