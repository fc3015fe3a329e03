package dev.winnow.kernel.form;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.kernel.stacktrace.StackTrace;
import dev.winnow.kernel.stacktrace.StackTraceScanner;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class FormScannerTest {
  private final FormScanner scanner = new FormScanner();

  @Test
  void endsAFormThatIsTooLong() {
    scanner.scan("word ".repeat(10_000));

    assertThat(scanner.text()).startsWith("word word").endsWith(" word<...>");
    assertThat(scanner.length()).isBetween(8192, 8210);
  }

  @Test
  void countsNoBytesOfASecretAgainstTheLimit() {
    String tail = " word".repeat(3_000);
    long shortSecret = scanner.scan("password=hunter2" + tail);

    assertThat(scanner.scan("password=" + "x7".repeat(500) + tail)).isEqualTo(shortSecret);
  }

  @Test
  void capturesNoMoreThanItHasRoomFor() {
    scanner.scan("1 ".repeat(2_000));

    assertThat(scanner.variables()).isEqualTo(FormScanner.MAX_VARIABLES);
    assertThat(scanner.text()).startsWith("<num> <num>").endsWith("<...>");
  }

  @Test
  void writesNoSecretThatStandsInAKeyOrAType() {
    scanner.scan("{\"AKIAIOSFODNN7EXAMPLE\":1,\"msg\":\"x\"}");
    assertThat(scanner.text()).doesNotContain("AKIA");

    scanner.scan(
        "Caused by: AKIAIOSFODNN7EXAMPLE java.lang.IllegalStateException: b\n\tat c.Y.z(Y.java:12)\n");
    assertThat(scanner.text()).doesNotContain("AKIA");
  }

  @Test
  void typesValuesBehindTheLastCapturedVariable() {
    scanner.scan("{\"msg\":\"" + "12 ".repeat(512) + "\",\"z\":\"10.0.0.1\"}");

    assertThat(scanner.text()).endsWith("\"z\":<ip>}");
  }

  @Test
  void readsABodyOfManyMembersAsText() {
    StringBuilder json = new StringBuilder("{\"k\":1");
    for (int i = 0; i < 200; i++) {
      json.append(",\"k").append((char) ('a' + i % 26)).append("\":2");
    }
    scanner.scan(json.append('}').toString());

    assertThat(scanner.text()).startsWith("{\"k\":<num>,\"ka\":<num>");
  }

  @Test
  void tellsFormsApartThatDifferInOneCharacter() {
    assertThat(scanner.scan("GET done")).isNotEqualTo(scanner.scan("PUT done"));
  }

  @Test
  void replacesLoneSurrogates() {
    assertThat(scanner.scan("a\ud800b")).isEqualTo(scanner.scan("a\ufffdb"));
  }

  @Test
  void readsAStackTraceAsOneRecord() {
    scanner.scan(
        """
        Request 42 failed
        java.lang.IllegalStateException: no order 7
        \tat shop.Orders.find(Orders.java:31)
        \tat shop.Main.main(Main.java:5)
        Caused by: java.io.IOException: Broken pipe
        \tat shop.Net.send(Net.java:9)
        \t... 2 more
        """);

    assertThat(scanner.text())
        .isEqualTo(
            """
            Request <num> failed
            java.lang.IllegalStateException: <text>
            java.io.IOException: <text>
            <stack>\
            """);
  }

  @Test
  void keepsTheMessageOfAnExceptionThatStandsAlone() {
    scanner.scan(
        """
        java.lang.IllegalStateException: no order 7
        \tat shop.Orders.find(Orders.java:31)
        \tat shop.Main.main(Main.java:5)
        """);

    assertThat(scanner.text())
        .isEqualTo("java.lang.IllegalStateException: no order <num>\n<stack>");
  }

  @Test
  void lendsStackTraceThatItCameUpon() {
    String trace = "java.io.IOException: reset\n\tat shop.Orders.find(Orders.java:31)\n";
    scanner.scan("order 7 failed\n" + trace);

    StackTraceScanner found = Objects.requireNonNull(scanner.stackTrace());
    assertThat(found.fingerprint()).isEqualTo(StackTrace.parse(trace).orElseThrow().fingerprint());

    scanner.scan("order 7 shipped");
    assertThat(scanner.stackTrace()).isNull();
  }

  @Test
  void lendsNoStackTraceOfTextWithSecrets() {
    scanner.scan("java.io.IOException: password=hunter2x\n\tat shop.Orders.find(Orders.java:31)\n");

    assertThat(scanner.text()).endsWith("<stack>");
    assertThat(scanner.stackTrace()).isNull();
  }
}
