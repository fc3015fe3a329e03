package dev.winnow.pipeline;

import static dev.winnow.pipeline.Scene.NOW;
import static dev.winnow.pipeline.Scene.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.kernel.record.AnyValue;
import dev.winnow.kernel.record.Attributes;
import dev.winnow.kernel.record.LogRecord;
import dev.winnow.kernel.record.Resource;
import dev.winnow.kernel.record.SeverityNumber;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InterpretationTest {
  private final Interpretation interpretation = new Interpretation();

  @BeforeEach
  void begin() {
    interpretation.begin(NOW);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      textBlock =
          """
          WARN        ¦ 2026-11-21T10:00:00.123Z WARN disk nearly full
          ERROR       ¦ {"level":"error","msg":"no stock"}
          DEBUG       ¦ level=debug msg=hello
          ERROR       ¦ java.lang.IllegalStateException: no stock
          ERROR       ¦ 10.0.0.1 - - [21/Nov/2026:10:00:00 +0000] "GET / HTTP/1.1" 503 17
          INFO        ¦ nothing is said of how bad it is
          INFO        ¦ time,level,message
          """)
  void readsTheSeverityOutOfTheBody(SeverityNumber expected, String body) {
    LogRecord record = interpretation.interpret(text(body));

    assertThat(record.severityNumber()).isEqualTo(expected);
    assertThat(interpretation.isSeverityInferred()).isTrue();
    assertThat(record.body()).isEqualTo(AnyValue.of(body));
  }

  @Test
  void readsColouredText() {
    LogRecord record = interpretation.interpret(text("\u001b[33mWARN\u001b[0m disk nearly full"));

    assertThat(record.severityNumber()).isEqualTo(SeverityNumber.WARN);
  }

  @Test
  void readsTimeIdsAndFields() {
    LogRecord record =
        interpretation.interpret(
            text(
                """
                {"time":"2026-11-21T10:00:00Z","level":"warn","msg":"slow","service":"shop",\
                "trace_id":"0af7651916cd43dd8448eb211c80319c","request_id":"r-1","status":404,\
                "took":3,"user":{"id":7}}\
                """));

    assertThat(Instant.ofEpochSecond(0, record.timestamp()))
        .isEqualTo(Instant.parse("2026-11-21T10:00:00Z"));
    assertThat(record.severityText()).isEqualTo("warn");
    assertThat(record.traceId()).isEqualTo("0af7651916cd43dd8448eb211c80319c");
    assertThat(record.serviceName()).isEqualTo("shop");
    assertThat(record.attributes().value("http.request.id")).isEqualTo(AnyValue.of("r-1"));
    assertThat(record.attributes().value("http.response.status_code")).isEqualTo(AnyValue.of(404));
    assertThat(record.attributes().value("took")).isEqualTo(AnyValue.of(3));
    assertThat(record.attributes().value("user"))
        .isEqualTo(AnyValue.of(Attributes.of("id", AnyValue.of(7))));
  }

  @Test
  void lyingBodiesChangeNothingThatIsStated() {
    LogRecord stated =
        text("{\"level\":\"error\",\"service\":\"evil\",\"a\":1,\"b\":2}").toBuilder()
            .severityNumber(SeverityNumber.INFO)
            .resource(Resource.ofService("shop"))
            .attributes(Attributes.of("a", AnyValue.of("own")))
            .build();

    LogRecord record = interpretation.interpret(stated);

    assertThat(record.severityNumber()).isEqualTo(SeverityNumber.INFO);
    assertThat(interpretation.isSeverityInferred()).isFalse();
    assertThat(record.serviceName()).isEqualTo("shop");
    assertThat(record.attributes())
        .isEqualTo(Attributes.builder().put("a", "own").put("b", 2).build());
  }

  @Test
  void leavesACompleteRecordAlone() {
    LogRecord complete = Scene.complete("shop", "{\"level\":\"error\"}");

    assertThat(interpretation.interpret(complete)).isSameAs(complete);
  }

  @Test
  void understandsASeverityThatIsOnlySpelled() {
    LogRecord spelled =
        Scene.complete("shop", "a").toBuilder()
            .severityNumber(SeverityNumber.UNSPECIFIED)
            .severityText("Warnung")
            .build();

    LogRecord record = interpretation.interpret(spelled);

    assertThat(record.severityNumber()).isEqualTo(SeverityNumber.WARN);
    assertThat(record.severityText()).isEqualTo("Warnung");
    assertThat(interpretation.isSeverityInferred()).isFalse();
  }

  @Test
  void keepsASeverityThatIsNotUnderstood() {
    LogRecord strange = text("ERROR a").toBuilder().severityText("purple").build();

    LogRecord record = interpretation.interpret(strange);

    assertThat(record.hasUnknownSeverity()).isTrue();
    assertThat(interpretation.isSeverityInferred()).isFalse();
  }

  @Test
  void readsAStructuredBodyWithoutRepeatingIt() {
    AnyValue body =
        AnyValue.of(Attributes.builder().put("level", "fatal").put("msg", "over").build());

    LogRecord record = interpretation.interpret(LogRecord.builder().body(body).build());

    assertThat(record.severityNumber()).isEqualTo(SeverityNumber.FATAL);
    assertThat(record.body()).isEqualTo(body);
    assertThat(record.attributes()).isEqualTo(Attributes.EMPTY);
  }

  @Test
  void looksAtAttributesWhereTheBodySaysNothing() {
    LogRecord thrown =
        text("it failed").toBuilder()
            .attributes(Attributes.of("exception.type", AnyValue.of("KeyError")))
            .build();
    LogRecord answered =
        text("it ended").toBuilder()
            .attributes(Attributes.of("http.response.status_code", AnyValue.of(404)))
            .build();

    assertThat(interpretation.interpret(thrown).severityNumber()).isEqualTo(SeverityNumber.ERROR);
    assertThat(interpretation.interpret(answered).severityNumber()).isEqualTo(SeverityNumber.WARN);
  }

  @Test
  void takesARecordWithoutBodyForInformation() {
    LogRecord record = interpretation.interpret(LogRecord.builder().eventName("a.b").build());

    assertThat(record.severityNumber()).isEqualTo(SeverityNumber.INFO);
    assertThat(interpretation.isSeverityInferred()).isTrue();
  }
}
