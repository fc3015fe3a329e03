package dev.winnow.kernel.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.kernel.ErrorCode;
import dev.winnow.kernel.WinnowException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogRecordTest {
  private static final String TRACE_ID = "0af7651916cd43dd8448eb211c80319c";

  @Test
  void isAbsentInEveryFieldThatIsNotGiven() {
    LogRecord record = LogRecord.builder().build();
    assertThat(record)
        .isEqualTo(
            new LogRecord(
                0,
                0,
                SeverityNumber.UNSPECIFIED,
                "",
                AnyValue.empty(),
                Attributes.EMPTY,
                Resource.EMPTY,
                InstrumentationScope.EMPTY,
                "",
                "",
                "",
                0,
                0));
    assertThat(record.serviceName()).isEmpty();
    assertThat(record.hasUnknownSeverity()).isFalse();
  }

  @Test
  void copiesEveryFieldThroughItsBuilder() {
    LogRecord record =
        LogRecord.builder()
            .timestamp(-1L)
            .observedTimestamp(5)
            .severityNumber(SeverityNumber.WARN2)
            .severityText("warning")
            .body("hello")
            .attributes(Attributes.of("a", AnyValue.of(1L)))
            .resource(Resource.ofService("checkout"))
            .scope(InstrumentationScope.of("com.acme.Cart"))
            .eventName("cart.added")
            .traceId(TRACE_ID)
            .spanId("b7ad6b7169203331")
            .traceFlags(1)
            .droppedAttributesCount(3)
            .build();
    assertThat(record.toBuilder().build()).isEqualTo(record);
    assertThat(record.serviceName()).isEqualTo("checkout");
    assertThat(record.body().text()).isEqualTo("hello");
    assertThat(record.scope().name()).isEqualTo("com.acme.Cart");
  }

  @Test
  void ordersByTheObservedTimeOnlyIfItHasNoOther() {
    assertThat(LogRecord.builder().observedTimestamp(5).build().time()).isEqualTo(5);
    assertThat(LogRecord.builder().timestamp(3).observedTimestamp(5).build().time()).isEqualTo(3);
  }

  @Test
  void hasUnknownSeverityIfItsTextWasNotUnderstood() {
    LogRecord.Builder builder = LogRecord.builder().severityText("weird");
    assertThat(builder.build().hasUnknownSeverity()).isTrue();
    assertThat(builder.severityNumber(SeverityNumber.INFO).build().hasUnknownSeverity()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0AF7651916CD43DD8448EB211C80319C",
        "0af7651916cd43dd8448eb211c80319",
        "0af7651916cd43dd8448eb211c80319cc",
        "0af7651916cd43dd8448eb211c80319g",
        "00000000000000000000000000000000",
        "x"
      })
  void refusesTraceIdThatIsNot32LowerCaseHexDigits(String traceId) {
    assertThatThrownBy(() -> LogRecord.builder().traceId(traceId).build())
        .isInstanceOf(WinnowException.class)
        .hasMessage("trace_id is not valid: " + traceId)
        .extracting(e -> ((WinnowException) e).code())
        .isEqualTo(ErrorCode.INVALID_RECORD);
    assertThat(HexId.isTraceId(traceId)).isFalse();
  }

  @Test
  void refusesSpanIdFlagsAndCountsOutOfRange() {
    LogRecord.Builder builder = LogRecord.builder();
    assertThatThrownBy(() -> builder.spanId(TRACE_ID).build())
        .hasMessage("span_id is not valid: " + TRACE_ID);
    assertThatThrownBy(() -> builder.spanId("").traceFlags(256).build())
        .hasMessage("trace_flags is not valid: 256");
    assertThatThrownBy(() -> builder.traceFlags(0).droppedAttributesCount(-1).build())
        .hasMessage("dropped_attributes_count is not valid: -1");
  }

  @Test
  void severityNumbersAreThoseOfOpenTelemetry() {
    assertThat(SeverityNumber.of(0)).isEqualTo(SeverityNumber.UNSPECIFIED);
    assertThat(SeverityNumber.of(1)).isEqualTo(SeverityNumber.TRACE);
    assertThat(SeverityNumber.of(17)).isEqualTo(SeverityNumber.ERROR);
    assertThat(SeverityNumber.of(24)).isEqualTo(SeverityNumber.FATAL4);
    assertThat(SeverityNumber.of(25)).isEqualTo(SeverityNumber.UNSPECIFIED);
    assertThat(SeverityNumber.of(-1)).isEqualTo(SeverityNumber.UNSPECIFIED);
    assertThat(SeverityNumber.isDefined(25)).isFalse();
    assertThat(SeverityNumber.WARN4.isError()).isFalse();
    assertThat(SeverityNumber.ERROR.isError()).isTrue();
    assertThat(SeverityNumber.WARN4.range()).isEqualTo(SeverityNumber.WARN);
    assertThat(SeverityNumber.FATAL.range()).isEqualTo(SeverityNumber.FATAL);
    assertThat(SeverityNumber.UNSPECIFIED.range()).isEqualTo(SeverityNumber.UNSPECIFIED);
  }
}
