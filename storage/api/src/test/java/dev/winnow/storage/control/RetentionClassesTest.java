package dev.winnow.storage.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.winnow.kernel.WinnowException;
import dev.winnow.kernel.predicate.Predicate;
import dev.winnow.kernel.record.LogRecord;
import dev.winnow.kernel.record.Resource;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RetentionClassesTest {
  private static final Predicate OF_PAYMENTS =
      Predicate.parse(
          "{\"op\":\"equals\",\"field\":\"resource.service.name\",\"value\":\"payments\"}");

  private static RetentionClass retention(String name, int position, RetentionRule... rules) {
    return new RetentionClass(name, position, Duration.ofDays(1), null, List.of(rules));
  }

  private static LogRecord of(String service) {
    return LogRecord.builder().resource(Resource.ofService(service)).build();
  }

  @Test
  void asksTheLowestPositionFirstAndTheDefaultLast() {
    RetentionClasses classes =
        new RetentionClasses(
            List.of(
                retention("default", 0),
                retention("wide", 2, new RetentionRule(null, OF_PAYMENTS)),
                retention(
                    "narrow",
                    1,
                    new RetentionRule("umbrella", null),
                    new RetentionRule("acme", OF_PAYMENTS))));
    assertThat(classes.classOf("acme", of("payments"), "").name()).isEqualTo("narrow");
    assertThat(classes.classOf("umbrella", of("orders"), "").name()).isEqualTo("narrow");
    assertThat(classes.classOf("other", of("payments"), "").name()).isEqualTo("wide");
    assertThat(classes.classOf("acme", of("orders"), "").name()).isEqualTo("default");
  }

  @Test
  void refusesToBeWithoutADefault() {
    assertThatExceptionOfType(WinnowException.class)
        .isThrownBy(() -> new RetentionClasses(List.of(retention("x", 0))));
    assertThatExceptionOfType(WinnowException.class)
        .isThrownBy(() -> new RetentionClasses(List.of()));
  }
}
