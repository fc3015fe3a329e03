package dev.winnow.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.kernel.WinnowException;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RecordIdTest {
  @Test
  void isTwentySixCharacters() {
    assertThat(new RecordId(0, 0, 0)).hasToString("0".repeat(26));
    assertThat(new RecordId(1, 2, 20_000)).hasToString("0000000000000G000008000KH0");
    assertThat(new RecordId(Long.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE).toString())
        .hasSize(26)
        .startsWith("3Z");
  }

  @Property
  void readsWhatItWrites(
      @ForAll @LongRange(min = 0) long sequence,
      @ForAll @IntRange(min = 0, max = Integer.MAX_VALUE) int ordinal,
      @ForAll @IntRange(min = 0, max = Integer.MAX_VALUE) int day) {
    RecordId id = new RecordId(sequence, ordinal, day);

    assertThat(RecordId.parse(id.toString())).isEqualTo(id);
    assertThat(RecordId.parse(id.toString().toLowerCase(Locale.ROOT))).isEqualTo(id);
  }

  @Property
  void sortsAsItsTextDoes(
      @ForAll @LongRange(min = 0) long a,
      @ForAll @LongRange(min = 0) long b,
      @ForAll @IntRange(min = 0, max = 3) int ordinal) {
    RecordId one = new RecordId(a, ordinal, 7);
    RecordId two = new RecordId(b, 1, 7);

    assertThat(Integer.signum(one.toString().compareTo(two.toString())))
        .isEqualTo(Integer.signum(one.compareTo(two)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0",
        "0000000000000000000000000U",
        "40000000000000000000000000",
        "0000000000000000000000000000",
        "ÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄ",
        "00000000000000000000000 00",
        "ZZZZZZZZZZZZZZZZZZZZZZZZZZ"
      })
  void refusesWhatIsNone(String text) {
    assertThatThrownBy(() -> RecordId.parse(text))
        .isInstanceOf(WinnowException.class)
        .hasMessageStartingWith("not a record id of 26 characters");
  }
}
