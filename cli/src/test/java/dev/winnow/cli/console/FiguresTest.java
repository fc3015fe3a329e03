package dev.winnow.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class FiguresTest {
  @Test
  void groupsDigits() {
    assertThat(Figures.count(0)).isEqualTo("0");
    assertThat(Figures.count(999)).isEqualTo("999");
    assertThat(Figures.count(1000)).isEqualTo("1 000");
    assertThat(Figures.count(6_041_223)).isEqualTo("6 041 223");
    assertThat(Figures.count(1, "line", "lines")).isEqualTo("1 line");
    assertThat(Figures.count(2000, "line", "lines")).isEqualTo("2 000 lines");
  }

  @Test
  void showsBytesWithThreeDigits() {
    assertThat(Figures.bytes(999)).isEqualTo("999 B");
    assertThat(Figures.bytes(1000)).isEqualTo("1.00 kB");
    assertThat(Figures.bytes(76_449)).isEqualTo("76.4 kB");
    assertThat(Figures.bytes(999_499)).isEqualTo("999 kB");
    assertThat(Figures.bytes(999_501)).isEqualTo("1.00 MB");
    assertThat(Figures.bytes(1_320_000_000)).isEqualTo("1.32 GB");
    assertThat(Figures.bytes(Long.MAX_VALUE)).isEqualTo("9.22 EB");
  }

  @Test
  void keepsZeroAndAllForWhatIsExactlyThat() {
    assertThat(Figures.share(0, 10)).isEqualTo("0 %");
    assertThat(Figures.share(10, 10)).isEqualTo("100 %");
    assertThat(Figures.share(1, 100_000)).isEqualTo("<0.1 %");
    assertThat(Figures.share(99_999, 100_000)).isEqualTo(">99.9 %");
    assertThat(Figures.share(1, 3)).isEqualTo("33.3 %");
  }

  @Test
  void showsTheTwoLargestUnitsOfADuration() {
    assertThat(Figures.duration(59)).isEqualTo("59 s");
    assertThat(Figures.duration(61)).isEqualTo("1 min 1 s");
    assertThat(Figures.duration(3_720)).isEqualTo("1 h 2 min");
    assertThat(Figures.duration(90_000)).isEqualTo("1 d 1 h");
  }
}
