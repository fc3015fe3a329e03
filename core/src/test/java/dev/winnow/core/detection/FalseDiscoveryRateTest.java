package dev.winnow.core.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class FalseDiscoveryRateTest {
  @Test
  void adjustsTheExampleOfTheText() {
    double[] q = FalseDiscoveryRate.qValues(logs(.01, .04, .03, .005), 4);

    assertThat(q).containsExactly(new double[] {.02, .04, .04, .02}, within(1e-12));
  }

  @Test
  void countsTestsThatAreNotListed() {
    assertThat(FalseDiscoveryRate.qValues(logs(.001), 20))
        .containsExactly(new double[] {.02}, within(1e-12));
  }

  @Property
  void keepsTheOrderAndNeverFallsBelowThePValue(
      @ForAll @Size(min = 1, max = 50) List<@DoubleRange(min = .01, max = 1) Double> values) {
    double[] p = values.stream().mapToDouble(Double::doubleValue).toArray();
    double[] q = FalseDiscoveryRate.qValues(logs(p), p.length);

    for (int i = 0; i < p.length; i++) {
      assertThat(q[i]).isBetween(p[i] - 1e-9, 1.0);
      for (int j = 0; j < p.length; j++) {
        if (p[i] <= p[j]) {
          assertThat(q[i]).isLessThanOrEqualTo(q[j]);
        }
      }
    }
  }

  private static double[] logs(double... p) {
    return Arrays.stream(p).map(Math::log).toArray();
  }
}
