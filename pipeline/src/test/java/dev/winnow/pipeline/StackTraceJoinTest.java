package dev.winnow.pipeline;

import static dev.winnow.pipeline.Scene.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.kernel.record.AnyValue;
import dev.winnow.kernel.record.Attributes;
import dev.winnow.kernel.record.LogRecord;
import dev.winnow.kernel.record.Resource;
import dev.winnow.kernel.record.SeverityNumber;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class StackTraceJoinTest {
  private static final LogRecord HEADER = text("java.io.IOException: closed");
  private static final LogRecord FRAME = text("\tat shop.Cart.order(Cart.java:4)");

  private static List<String> bodies(LogRecord... records) {
    return StackTraceJoin.join(Arrays.asList(records)).records().stream()
        .map(record -> record.body().text())
        .toList();
  }

  private static LogRecord of(String service, String body) {
    return LogRecord.builder().resource(Resource.ofService(service)).body(body).build();
  }

  @Test
  void joinsLinesOfJava() {
    assertThat(bodies(HEADER, FRAME, text("Caused by: a.B: c"), FRAME, text("next")))
        .containsExactly(
            """
            java.io.IOException: closed
            \tat shop.Cart.order(Cart.java:4)
            Caused by: a.B: c
            \tat shop.Cart.order(Cart.java:4)\
            """,
            "next");
  }

  @Test
  void joinsLinesOfPython() {
    assertThat(
            bodies(
                text("Traceback (most recent call last):"),
                text("  File \"shop.py\", line 4, in order"),
                text("    take(stock)"),
                text("KeyError: 'apple'"),
                text("order placed")))
        .containsExactly(
            """
            Traceback (most recent call last):
              File "shop.py", line 4, in order
                take(stock)
            KeyError: 'apple'\
            """,
            "order placed");
  }

  @Test
  void joinsLinesToATraceThatHasSomeAlready() {
    assertThat(bodies(text("java.io.IOException: closed\n\tat a.B.c(B.java:1)\n"), FRAME))
        .containsExactly(
            """
            java.io.IOException: closed
            \tat a.B.c(B.java:1)
            \tat shop.Cart.order(Cart.java:4)\
            """);
  }

  @Test
  void tellsStreamsApartThatAlternate() {
    assertThat(
            bodies(
                of("a", "java.io.IOException: one"),
                of("b", "java.io.IOException: two"),
                of("a", "\tat a.A.a(A.java:1)"),
                of("b", "\tat b.B.b(B.java:2)")))
        .containsExactly(
            "java.io.IOException: one\n\tat a.A.a(A.java:1)",
            "java.io.IOException: two\n\tat b.B.b(B.java:2)");
  }

  @Test
  void countsTheLines() {
    StackTraceJoin.Joined joined = StackTraceJoin.join(List.of(HEADER, FRAME, FRAME));

    assertThat(joined.records()).hasSize(1);
    assertThat(joined.lines()).containsExactly(FRAME, FRAME);
  }

  @Test
  void neverJoinsRecordsThatDifferInMoreThanTimeAndBody() {
    LogRecord attributed = FRAME.toBuilder().attributes(Attributes.of("a", AnyValue.of(1))).build();
    LogRecord worse = FRAME.toBuilder().severityNumber(SeverityNumber.ERROR).build();
    LogRecord traced = FRAME.toBuilder().traceId("0af7651916cd43dd8448eb211c80319c").build();
    LogRecord event = FRAME.toBuilder().eventName("a").build();

    for (LogRecord other : List.of(attributed, worse, traced, event)) {
      assertThat(bodies(HEADER, other)).hasSize(2);
    }
  }

  @Test
  void joinsLinesThatStateNoSeverityToARecordThatDoes() {
    LogRecord error = HEADER.toBuilder().severityNumber(SeverityNumber.ERROR).build();

    assertThat(bodies(error, FRAME)).hasSize(1);
    assertThat(bodies(error, FRAME.toBuilder().timestamp(5).build())).hasSize(1);
  }

  @Test
  void neverJoinsProse() {
    assertThat(bodies(HEADER, text("and then"), text("nothing"))).hasSize(3);
    assertThat(bodies(text("at noon"), text("at night"))).hasSize(2);
  }

  @Test
  void letsABodyGrowToALimit() {
    LogRecord header = text("java.io.IOException: " + "x".repeat((1 << 20) - 100));

    assertThat(bodies(header, FRAME, FRAME, FRAME).get(0).length()).isLessThan(1 << 20);
    assertThat(bodies(header, FRAME, FRAME, FRAME)).hasSize(2);
  }
}
