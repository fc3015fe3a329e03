package dev.winnow.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.kernel.record.AnyValue;
import dev.winnow.kernel.record.AnyValue.BytesValue;
import dev.winnow.kernel.record.Attributes;
import dev.winnow.kernel.record.InstrumentationScope;
import dev.winnow.kernel.record.LogRecord;
import dev.winnow.kernel.record.Resource;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RecordRedactionTest {
  private static final String KEY = "AKIA" + "Q7ZT4M2XKW6PLR5N";
  private static final String MARKER = "<secret:aws_access_key>";

  private final RecordRedaction redaction = new RecordRedaction();

  private static AnyValue secret() {
    return AnyValue.of("key " + KEY);
  }

  private static AnyValue redacted() {
    return AnyValue.of("key " + MARKER);
  }

  private Attributes redact(Attributes attributes) {
    return redaction.redact(LogRecord.builder().attributes(attributes).build()).attributes();
  }

  @Test
  void redactsEveryPart() {
    Attributes holder = Attributes.of("k", secret());
    LogRecord record =
        LogRecord.builder()
            .body(secret())
            .attributes(holder)
            .resource(new Resource(holder))
            .scope(new InstrumentationScope("s " + KEY, "v " + KEY, holder))
            .severityText("t " + KEY)
            .eventName("e " + KEY)
            .build();

    assertThat(redaction.redact(record).toString()).contains(MARKER).doesNotContain(KEY);
    assertThat(redaction.redact(record).scope().name()).isEqualTo("s " + MARKER);
    assertThat(redaction.redact(record).attributes()).isEqualTo(Attributes.of("k", redacted()));
  }

  @Test
  void redactsNestedValues() {
    Attributes nested =
        Attributes.of(
            "a", AnyValue.of(List.of(AnyValue.of(1), AnyValue.of(Attributes.of("b", secret())))));

    assertThat(redact(nested))
        .isEqualTo(
            Attributes.of(
                "a",
                AnyValue.of(List.of(AnyValue.of(1), AnyValue.of(Attributes.of("b", redacted()))))));
  }

  @Test
  void redactsWhatItsNameCallsASecret() {
    Attributes attributes =
        Attributes.builder()
            .put("user", "bob")
            .put("db.password", "abc")
            .put("pin.passwd", 1234)
            .put("passwords", "none")
            .put("password", AnyValue.of(List.of(AnyValue.of("x1"), AnyValue.of(2.5))))
            .put("nested", AnyValue.of(Attributes.of("password", AnyValue.of("xyz"))))
            .build();

    assertThat(redact(attributes))
        .isEqualTo(
            Attributes.builder()
                .put("user", "bob")
                .put("db.password", "<secret:password>")
                .put("pin.passwd", "<secret:password>")
                .put("passwords", "none")
                .put(
                    "password",
                    AnyValue.of(
                        List.of(
                            AnyValue.of("<secret:password>"), AnyValue.of("<secret:password>"))))
                .put(
                    "nested",
                    AnyValue.of(Attributes.of("password", AnyValue.of("<secret:password>"))))
                .build());
  }

  @Test
  void redactsNamesThatAreSecrets() {
    assertThat(redact(Attributes.of("of " + KEY, AnyValue.of(1))))
        .isEqualTo(Attributes.of("of " + MARKER, AnyValue.of(1)));
  }

  @Test
  void redactsNumbersOfCardsAndBytes() {
    BytesValue bytes = new BytesValue(("key " + KEY).getBytes(StandardCharsets.UTF_8));
    Attributes attributes =
        Attributes.builder().put("n", 4_111_111_111_111_111L).put("b", bytes).build();

    assertThat(redact(attributes))
        .isEqualTo(
            Attributes.builder()
                .put("n", "<secret:credit_card>")
                .put("b", new BytesValue(("key " + MARKER).getBytes(StandardCharsets.UTF_8)))
                .build());
  }

  @Test
  void returnsTheSameRecordWithoutSecrets() {
    LogRecord record =
        Scene.complete("shop", "user 1 left").toBuilder()
            .attributes(
                Attributes.builder().put("a", 1L << 60).put("b", AnyValue.of(List.of())).build())
            .build();

    assertThat(redaction.redact(record)).isSameAs(record);
  }

  @Test
  void sharesTheResourcesOfRecords() {
    Resource resource = new Resource(Attributes.of("k", secret()));
    LogRecord one = LogRecord.builder().body("a").resource(resource).build();
    LogRecord two =
        LogRecord.builder().body("b").resource(new Resource(Attributes.of("k", secret()))).build();

    assertThat(redaction.redact(one).resource()).isSameAs(redaction.redact(two).resource());
  }

  @Property(tries = 200)
  void findsASecretHoweverDeep(
      @ForAll @IntRange(min = 0, max = 60) int depth, @ForAll boolean inArray) {
    AnyValue value = secret();
    for (int i = 0; i < depth; i++) {
      value =
          inArray && i % 2 == 0
              ? AnyValue.of(List.of(value))
              : AnyValue.of(Attributes.of("k" + i, value));
    }

    LogRecord record = redaction.redact(LogRecord.builder().body(value).build());

    assertThat(record.body().text()).contains(MARKER).doesNotContain(KEY);
  }
}
