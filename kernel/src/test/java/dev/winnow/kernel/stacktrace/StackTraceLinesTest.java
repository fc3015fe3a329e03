package dev.winnow.kernel.stacktrace;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How CapturedTracesTest's traces are joined is in its expected files. */
class StackTraceLinesTest {
  private static final List<String> ORDINARY =
      List.of(
          "2026-11-21 10:00:00.000 ERROR [main] c.a.Foo - next",
          "2026-11-21T10:00:00Z INFO next",
          "[2026-11-21 10:00:00] local.ERROR: next",
          "[21/Nov/2026:10:00:00 +0000] \"GET / HTTP/1.1\" 200",
          "10:00:00.000 next",
          "21 Nov 10:00 - next",
          "Nov 21 10:00:00 host app[7]: next",
          "<34>Oct 11 22:14:15 host su: failed",
          "1700000000 next",
          "INFO: next",
          "INFO next",
          "[INFO] next",
          "ERROR:root:next",
          "WARNING: next",
          "WARN  com.acme.Foo - next",
          "DEBUG next at com.acme.Foo.bar(Foo.java:1)",
          "level=info msg=next",
          "{\"level\":\"info\",\"msg\":\"next\"}",
          "next",
          "connection from 10.0.0.1:80 closed",
          "user@example.com logged in",
          "at noon we stop",
          "GET /cart 200 17ms",
          "127.0.0.1 - - [21/Nov/2026:10:00:00 +0000] \"GET / HTTP/1.1\" 200 5",
          "I1121 10:00:00.000000       1 main.go:7] next",
          "panic: boom",
          "Exception in thread \"main\" java.io.IOException: disk full");

  private static final List<String> DATED = ORDINARY.subList(0, 15);

  private final StackTraceLines lines = new StackTraceLines();

  private void begin(String line) {
    byte[] utf8 = line.getBytes(UTF_8);
    lines.begin(utf8, 0, utf8.length);
  }

  private boolean continues(String line) {
    byte[] utf8 = line.getBytes(UTF_8);
    return lines.continues(utf8, 0, utf8.length);
  }

  /** Where Node.js prints source, or a string that was thrown, any text may follow. */
  private static boolean leadsToAnyText(String line) {
    return line.isBlank() || line.strip().matches("\\^+") || line.matches("[/<nf]\\S*:\\d+");
  }

  @TestFactory
  Stream<DynamicTest> leavesOrdinaryLinesAnywhereInATrace() {
    return CapturedTrace.all().stream()
        .map(trace -> DynamicTest.dynamicTest(trace.name(), () -> leavesOrdinaryLines(trace)));
  }

  private void leavesOrdinaryLines(CapturedTrace trace) {
    List<String> all = trace.text().lines().toList();
    for (int read = 1; read <= all.size(); read++) {
      boolean anyText = leadsToAnyText(all.get(read - 1));
      for (String ordinary : anyText ? DATED : ORDINARY) {
        begin(all.get(0));
        all.subList(1, read).stream()
            .filter(line -> !continues(line))
            .forEach(this::beginUnlessIndented);
        assertThat(continues(ordinary)).as("%s after %s", ordinary, all.get(read - 1)).isFalse();
      }
    }
  }

  private void beginUnlessIndented(String line) {
    if (!line.startsWith(" ") && !line.startsWith("\t")) {
      begin(line);
    }
  }

  @TestFactory
  Stream<DynamicTest> joinsTheSameWithoutBlankLines() {
    return CapturedTrace.all().stream()
        .map(trace -> DynamicTest.dynamicTest(trace.name(), () -> joinsWithoutBlankLines(trace)));
  }

  private static void joinsWithoutBlankLines(CapturedTrace trace) {
    String dense = trace.text().lines().filter(line -> !line.isBlank()).collect(lines());
    String expected =
        TraceText.lines(trace.text()).lines().filter(line -> line.length() > 2).collect(lines());
    expected = expected.lines().filter(line -> !line.substring(2).isBlank()).collect(lines());
    assertThat(TraceText.lines(dense)).isEqualTo(expected);
  }

  private static Collector<CharSequence, ?, String> lines() {
    return Collectors.joining("\n", "", "\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\tat com.acme.Foo.write(Foo.java:7)",
        "at com.acme.Foo.write(Foo.java:7)",
        "Caused by: java.io.IOException: disk full",
        "Caused by: timeout",
        "\t... 12 more",
        "java.io.IOException: disk full",
        "com.acme.Foo$BarException",
        "App\\RefusedException: no",
        "Traceback (most recent call last):",
        "  + Exception Group Traceback (most recent call last):",
        "Stack (most recent call last):",
        "  File \"/srv/app.py\", line 3, in f",
        "goroutine 17 [chan receive, 5 minutes]:",
        "main.run",
        "github.com/acme/shop/cart.(*Cart).pay",
        "github.com/acme/shop/cart.Pay",
        "    at f (/srv/a.js:1:2)",
        "    at async Promise.all (index 0)",
        "pay@https://shop.example/cart.js:3:9",
        "   at Acme.Cart.Pay(Int32 cents) in /src/Cart.cs:line 3",
        " ---> System.IO.IOException: disk full",
        "--- End of stack trace from previous location ---",
        "\tfrom app.rb:9:in `<main>'",
        "app/cart.rb:14:in 'Shop::Cart#check'",
        "Stack trace:",
        "#0 /srv/app.php(3): f()",
        "[stacktrace]",
      })
  void joinsTheBeginningOfATraceToALogLine(String line) {
    begin("2026-11-21 10:00:00 ERROR checkout failed");
    assertThat(continues(line)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "main.go",
        "example.com",
        "example.com/index.html",
        "example.com/Makefile",
        "com.acme.Foo: started",
        "IOException: disk full",
        "ValueError: bad",
        "node:internal/modules/run_main:128",
        "12: from a to b",
        "#12 opened",
        "at noon",
        "... and more",
        "---",
        "",
      })
  void leavesWhatOnlyResemblesATrace(String line) {
    begin("2026-11-21 10:00:00 ERROR checkout failed");
    assertThat(continues(line)).isFalse();
  }

  @Test
  void joinsOneNameOnly() {
    begin("2026-11-21 10:00:00 ERROR checkout failed: java.io.IOException: disk full");
    assertThat(continues("java.io.IOException: disk full")).isTrue();
    assertThat(continues("java.io.IOException: disk full")).isFalse();
  }

  @Test
  void takesANameAtTheBeginningOfALineForANewRecord() {
    begin("java.io.IOException: disk full");
    assertThat(continues("java.io.IOException: disk full")).isFalse();
    begin("checking disk");
    assertThat(continues("IOException: disk full")).isFalse();
    assertThat(continues("ValueError: bad")).isFalse();
  }

  @Test
  void takesASecondTraceOfOneLanguageForANewRecord() {
    String traceback = "Traceback (most recent call last):";
    begin(traceback);
    assertThat(continues("  File \"/srv/app.py\", line 3, in f")).isTrue();
    assertThat(continues("ValueError: bad")).isTrue();
    assertThat(continues(traceback)).isFalse();
  }

  @Test
  void joinsATraceThatAnotherLanguagesTraceQuotes() {
    begin("Traceback (most recent call last):");
    assertThat(continues("  File \"/srv/job.py\", line 3, in run")).isTrue();
    assertThat(continues("py4j.protocol.Py4JJavaError: An error occurred")).isTrue();
    assertThat(continues("\tat org.apache.spark.Task.run(Task.scala:1)")).isTrue();
    assertThat(continues("Caused by: java.io.IOException: disk full")).isTrue();
    assertThat(continues("\tat com.acme.Foo.write(Foo.java:7)")).isTrue();
  }

  @Test
  void leavesTheSecondLineOfAMessage() {
    begin("java.lang.IllegalArgumentException: cart is invalid:");
    assertThat(continues("- item 7 is gone")).isFalse();
    assertThat(continues("  - item 8 is gone")).isFalse();
    assertThat(continues("\tat com.acme.Foo.write(Foo.java:7)")).isTrue();
  }

  @Test
  void readsLinesWithinALargerArray() {
    byte[] utf8 = "xxERROR no\r\n\tat a.B.c(D.java:1)\r\nxx".getBytes(UTF_8);
    lines.begin(utf8, 2, 11);
    assertThat(lines.continues(utf8, 12, 33)).isTrue();
  }
}
