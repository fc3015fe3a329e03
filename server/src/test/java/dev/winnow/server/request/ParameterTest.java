package dev.winnow.server.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.kernel.WinnowException;
import dev.winnow.storage.RecordQuery.Order;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ParameterTest {
  private static Parameter of(@Nullable String text) {
    return new Parameter("limit", text);
  }

  @Test
  void standsForADefaultIfItIsNotGiven() {
    assertThat(of(null).integer(1, 10, 5)).isEqualTo(5);
    assertThat(of("").integer(1, 10, 5)).isEqualTo(5);
    assertThat(of(null).count(7)).isEqualTo(7);
    assertThat(of(null).flag()).isFalse();
    assertThat(of(null).choice(Order.class, Order.OLDEST_FIRST)).isEqualTo(Order.OLDEST_FIRST);
  }

  @Test
  void readsWhatIsGiven() {
    assertThat(of("10").integer(1, 10, 5)).isEqualTo(10);
    assertThat(of("9223372036854775807").count(7)).isEqualTo(Long.MAX_VALUE);
    assertThat(of("true").flag()).isTrue();
    assertThat(of("false").flag()).isFalse();
    assertThat(of("newest_first").choice(Order.class)).isEqualTo(Order.NEWEST_FIRST);
    assertThat(of("ffffffffffffffff").templateId()).isEqualTo(-1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "11", "abc", "1.0", " 1", "99999999999999999999", "-1", "+5", "٣"})
  void refusesNumbersOutOfBounds(String text) {
    assertThatThrownBy(() -> of(text).integer(1, 10, 5))
        .isInstanceOf(WinnowException.class)
        .hasMessage("limit is '%s', and a whole number from 1 to 10 is allowed", text);
  }

  @Test
  void saysWhatIsAllowed() {
    assertThatThrownBy(() -> of("NEWEST").choice(Order.class))
        .hasMessage("limit is 'NEWEST', and one of newest_first, oldest_first is allowed");
    assertThatThrownBy(() -> of("yes").flag())
        .hasMessage("limit is 'yes', and true or false is allowed");
    assertThatThrownBy(() -> of("-1").count(7))
        .hasMessage("limit is '-1', and a whole number from 0 on is allowed");
  }

  @ParameterizedTest
  @CsvSource({"30s, PT30S", "5m, PT5M", "1h, PT1H", "7d, PT168H", "2w, PT336H"})
  void readsLengthsOfTime(String text, Duration length) {
    assertThat(of(text).length()).isEqualTo(length);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0s", "m", "5", "-5m", "5M", "999999999w"})
  void refusesWhatIsNoLengthOfTime(String text) {
    assertThatThrownBy(() -> of(text).length())
        .isInstanceOf(WinnowException.class)
        .hasMessageStartingWith("limit is '%s', and a length of time ", text);
  }
}
