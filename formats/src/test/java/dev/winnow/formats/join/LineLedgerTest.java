package dev.winnow.formats.join;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class LineLedgerTest {
  @Test
  void refusesCountsThatDoNotAddUp() {
    assertThatThrownBy(() -> new LineLedger(10, 4, 3, 2, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("read 10 lines, but 11 are accounted for");
  }

  @Test
  void addsUpWithAnother() {
    assertThat(new LineLedger(10, 4, 3, 2, 1).plus(new LineLedger(1, 1, 0, 0, 0)))
        .isEqualTo(new LineLedger(11, 5, 3, 2, 1));
  }
}
