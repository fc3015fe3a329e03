package dev.winnow.server.http.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AgeTextTest {
  @ParameterizedTest
  @CsvSource({
    "90d, PT2160H, 90d",
    "P90D, PT2160H, 90d",
    "48h, PT48H, 2d",
    "36h, PT36H, 36h",
    "P1DT12H, PT36H, 36h",
    "90m, PT1H30M, 90m",
    "PT1H30M, PT1H30M, 90m",
    "3601s, PT1H1S, 3601s",
    "999999999d, PT23999999976H, 999999999d"
  })
  void readsAndWritesAges(String text, Duration age, String canonical) {
    assertThat(AgeText.parse(text)).isEqualTo(age);
    assertThat(AgeText.of(age)).isEqualTo(canonical);
    assertThat(AgeText.parse(canonical)).isEqualTo(age);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "90", "d", "-90d", "1y", "P3M", "90 d", "9999999999d", "P1Y", "٣d"})
  void refusesWhatIsNoAge(String text) {
    assertThatThrownBy(() -> AgeText.parse(text)).isInstanceOf(DateTimeException.class);
  }

  @Test
  void refusesAgesThatAreTooLongToBeTold() {
    assertThatThrownBy(() -> AgeText.parse("P9223372036854775807D"))
        .isInstanceOfAny(DateTimeException.class, ArithmeticException.class);
  }
}
