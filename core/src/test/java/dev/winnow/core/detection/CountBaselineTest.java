package dev.winnow.core.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CountBaselineTest {
  @Test
  void noticesARiseAndDoesNotLearnIt() {
    CountBaseline baseline = learned(10);
    observe(baseline, 3, 50);

    assertThat(baseline.isAlarming()).isTrue();
    assertThat(baseline.rise()).isGreaterThan(baseline.fall());
    double before = baseline.expected(1);
    observe(baseline, 500, 50);
    assertThat(baseline.expected(1)).isEqualTo(before);
  }

  @Test
  void noticesALostHeartbeat() {
    CountBaseline baseline = learned(2);
    observe(baseline, 10, 0);

    assertThat(baseline.isAlarming()).isTrue();
    assertThat(baseline.fall()).isPositive();
    assertThat(baseline.rise()).isZero();
  }

  @Test
  void endsItsAlarmSoonAfterTheSpike() {
    CountBaseline baseline = learned(10);
    observe(baseline, 20, 60);
    observe(baseline, 2, 10);

    assertThat(baseline.isAlarming()).isFalse();
  }

  @Test
  void knowsNothingOfWindowsThatWereNotCovered() {
    CountBaseline baseline = learned(10);
    for (int window = 0; window < 100; window++) {
      baseline.observe(0, 0, CountBaseline.USUAL_DISPERSION);
    }
    assertThat(baseline.isAlarming()).isFalse();
    assertThat(baseline.expected(1)).isCloseTo(10, within(.1));
  }

  @Test
  void scalesWithTheExposure() {
    CountBaseline baseline = learned(40);
    for (int window = 0; window < 60; window++) {
      baseline.observe(10, .25, CountBaseline.USUAL_DISPERSION);
    }
    assertThat(baseline.isAlarming()).isFalse();
    assertThat(baseline.expected(.25)).isCloseTo(10, within(.1));
  }

  @Property
  void neverAlarmsOnAConstantSeries(@ForAll @IntRange(max = 100_000) int count) {
    CountBaseline baseline = learned(count);
    observe(baseline, 300, count);

    assertThat(baseline.isAlarming()).isFalse();
  }

  private static CountBaseline learned(int count) {
    CountBaseline baseline = new CountBaseline();
    observe(baseline, 60, count);
    return baseline;
  }

  private static void observe(CountBaseline baseline, int windows, int count) {
    for (int window = 0; window < windows; window++) {
      baseline.observe(count, 1, CountBaseline.USUAL_DISPERSION);
    }
  }
}
