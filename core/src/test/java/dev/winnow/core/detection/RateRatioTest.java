package dev.winnow.core.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RateRatioTest {
  @Test
  void isTheExactBinomialTestOnEqualSizes() {
    RateRatio ratio = RateRatio.of(1, 100, 9, 100, 1);

    // Nine or more of ten coins: 11 / 1024, twice; Clopper and Pearson's .554984 and .997471.
    assertThat(ratio.pValue()).isCloseTo(22 / 1024.0, within(1e-10));
    assertThat(ratio.low()).isCloseTo(1.24710962532766, within(1e-8));
    assertThat(ratio.high()).isCloseTo(394.479113033, within(1e-5));
    assertThat(ratio.ratio()).isCloseTo(9.5 / 1.5, within(1e-12));
  }

  @Test
  void takesTheSizesIntoAccount() {
    RateRatio ratio = RateRatio.of(1, 300, 12, 100, 1);

    assertThat(ratio.pValue()).isCloseTo(20.0 / (1 << 24), within(1e-15));
  }

  @Test
  void isCertainOfNothingAboutASingleRecord() {
    RateRatio once = RateRatio.of(0, 200, 1, 100, 1);

    assertThat(once.pValue()).isCloseTo(2 / 3.0, within(1e-10));
    assertThat(once.low()).isLessThan(.1);
    assertThat(once.high()).isInfinite();
  }

  @Test
  void isLessCertainWhereRecordsClump() {
    RateRatio independent = RateRatio.of(20, 100, 60, 100, 1);
    RateRatio clumped = RateRatio.of(20, 100, 60, 100, 8);

    assertThat(clumped.ratio()).isEqualTo(independent.ratio());
    assertThat(independent.pValue()).isLessThan(1e-5);
    assertThat(clumped.pValue()).isGreaterThan(.05);
    assertThat(clumped.low()).isLessThan(independent.low());
    assertThat(clumped.high()).isGreaterThan(independent.high());
  }

  @Test
  void comparesShares() {
    RateRatio errors = RateRatio.of(100, 100_000, 300, 150_000, 1);

    assertThat(errors.ratio()).isBetween(1.9, 2.1);
    assertThat(errors.low()).isGreaterThan(1.5);
    assertThat(errors.high()).isLessThan(2.6);
    assertThat(errors.pValue()).isLessThan(1e-8);
  }
}
