package dev.winnow.core.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.winnow.core.sketch.QuantileSketch;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class SpreadDifferenceTest {
  @Test
  void findsNoneBetweenEqualSamples() {
    QuantileSketch values = sketch(DoubleStream.iterate(1, value -> value + 1).limit(200));

    assertThat(SpreadDifference.of(values, values)).isEqualTo(new SpreadDifference(0, 1));
  }

  @Test
  void givesTheKnownProbability() {
    // Half of 100 values above all of the others: distance .5, effective size 50.
    QuantileSketch base = sketch(DoubleStream.iterate(1, value -> value + 1).limit(100));
    QuantileSketch candidate =
        sketch(DoubleStream.iterate(1, value -> value + 1).limit(100).map(v -> v > 50 ? v * 9 : v));

    SpreadDifference difference = SpreadDifference.of(base, candidate);

    assertThat(difference.distance()).isCloseTo(.45, within(.06));
    assertThat(difference.pValue()).isLessThan(1e-7);
  }

  @Test
  void cannotTellFewValuesApart() {
    assertThat(SpreadDifference.of(sketch(DoubleStream.of(1)), sketch(DoubleStream.of(9))).pValue())
        .isGreaterThan(.2);
    assertThat(SpreadDifference.of(new QuantileSketch(), sketch(DoubleStream.of(9))))
        .isEqualTo(new SpreadDifference(0, 1));
  }

  @Test
  void raisesFewFalseAlarms() {
    Random random = new Random(7);
    int alarms = 0;
    for (int i = 0; i < 1000; i++) {
      QuantileSketch base = sketch(random.doubles(150).map(value -> Math.exp(4 * value)));
      QuantileSketch candidate = sketch(random.doubles(60).map(value -> Math.exp(4 * value)));
      alarms += SpreadDifference.of(base, candidate).pValue() < .05 ? 1 : 0;
    }

    assertThat(alarms).isBetween(15, 60);
  }

  private static QuantileSketch sketch(DoubleStream values) {
    QuantileSketch sketch = new QuantileSketch();
    values.forEach(sketch::add);
    return sketch;
  }
}
