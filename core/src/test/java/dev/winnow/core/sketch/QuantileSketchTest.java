package dev.winnow.core.sketch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class QuantileSketchTest {
  private static final double[] SHARES = {0, .01, .25, .5, .75, .9, .99, .999, 1};

  /** The promised error, and what computing a logarithm adds at the bound of a bin. */
  private static final double ERROR = QuantileSketch.RELATIVE_ERROR * (1 + 1e-9);

  @Test
  void knowsNothingOfNoValues() {
    QuantileSketch sketch = new QuantileSketch();

    assertThat(sketch.count()).isZero();
    assertThat(sketch.min()).isZero();
    assertThat(sketch.max()).isZero();
    assertThat(sketch.quantile(.5)).isZero();
    assertThat(sketch.distance(of(1, 2))).isZero();
  }

  @Test
  void isExactForFewValues() {
    QuantileSketch sketch = of(30, 10, 20, 0.1, 50);

    assertThat(sketch.quantile(0)).isEqualTo(.1);
    assertThat(sketch.quantile(.25)).isEqualTo(10);
    assertThat(sketch.quantile(.5)).isEqualTo(20);
    assertThat(sketch.quantile(.74)).isEqualTo(20);
    assertThat(sketch.quantile(1)).isEqualTo(50);
    assertThat(sketch.sum()).isEqualTo(110.1);
  }

  @Test
  void refusesWhatIsNoAmount() {
    QuantileSketch sketch = of(-1, Double.NaN, Double.POSITIVE_INFINITY, -0.0, 3);

    assertThat(sketch.count()).isEqualTo(2);
    assertThat(sketch.refused()).isEqualTo(3);
    assertThat(sketch.min()).isZero();
  }

  @Test
  void sumsWhatRoundingWouldLose() {
    QuantileSketch sketch = of(1e17);
    for (int i = 0; i < 1000; i++) {
      sketch.add(1);
    }

    assertThat(sketch.sum()).isEqualTo(1e17 + 1000);
  }

  @Test
  void keepsTheUpperQuantilesOfValuesOfAnySize() {
    QuantileSketch sketch = new QuantileSketch();
    for (int exponent = -300; exponent < 300; exponent++) {
      sketch.add(Math.pow(10, exponent));
    }

    assertThat(sketch.quantile(.99)).isCloseTo(1e293, within(1e291));
    assertThat(sketch.min()).isEqualTo(1e-300);
    assertThat(sketch.max()).isEqualTo(1e299);
  }

  @Test
  void tellsSpreadsApart() {
    QuantileSketch fast = new QuantileSketch();
    QuantileSketch slow = new QuantileSketch();
    QuantileSketch half = new QuantileSketch();
    for (int i = 1; i <= 1000; i++) {
      fast.add(i % 10 + 1);
      slow.add(100 + i);
      half.add(i % 2 == 0 ? i % 10 + 1 : 100 + i);
    }

    assertThat(fast.distance(fast)).isZero();
    assertThat(fast.distance(slow)).isEqualTo(1);
    assertThat(slow.distance(fast)).isEqualTo(1);
    assertThat(fast.distance(half)).isCloseTo(.5, within(.1));
    assertThat(of(0, 0, 1).distance(of(0, 1, 1))).isCloseTo(1 / 3.0, within(1e-12));
  }

  @Property(tries = 500)
  void quantilesAreWithinTheErrorOfARealValue(@ForAll("values") List<Double> values) {
    QuantileSketch sketch = of(values);
    double[] sorted = values.stream().mapToDouble(value -> value).sorted().toArray();

    for (double share : SHARES) {
      double real = sorted[(int) (share * (sorted.length - 1))];
      assertThat(sketch.quantile(share)).isCloseTo(real, within(real * ERROR));
    }
    assertThat(sketch.count()).isEqualTo(sorted.length);
    assertThat(sketch.min()).isEqualTo(sorted[0]);
    assertThat(sketch.max()).isEqualTo(sorted[sorted.length - 1]);
    assertThat(sketch.sum()).isCloseTo(Arrays.stream(sorted).sum(), within(sketch.sum() * 1e-9));
  }

  @Property(tries = 500)
  void mergedSketchesAreTheOneOfAllValues(
      @ForAll("values") List<Double> left, @ForAll("values") List<Double> right) {
    List<Double> all = new ArrayList<>(left);
    all.addAll(right);
    QuantileSketch one = of(all);
    QuantileSketch merged = of(left);

    merged.merge(of(right));

    for (double share : SHARES) {
      assertThat(merged.quantile(share)).isEqualTo(one.quantile(share));
    }
    assertThat(merged.distance(one)).isZero();
    assertThat(merged.count()).isEqualTo(one.count());
    assertThat(merged.sum()).isCloseTo(one.sum(), within(one.sum() * 1e-12));
  }

  @Provide
  Arbitrary<List<Double>> values() {
    Arbitrary<Double> exponents = Arbitraries.doubles().between(-6, 9);
    Arbitrary<Double> spread = exponents.map(exponent -> Math.pow(10, exponent));
    Arbitrary<Double> whole = Arbitraries.integers().between(0, 100).map(i -> (double) i);
    return Arbitraries.oneOf(spread, whole).list().ofMinSize(1).ofMaxSize(200);
  }

  private static QuantileSketch of(double... values) {
    QuantileSketch sketch = new QuantileSketch();
    for (double value : values) {
      sketch.add(value);
    }
    return sketch;
  }

  private static QuantileSketch of(List<Double> values) {
    return of(values.stream().mapToDouble(value -> value).toArray());
  }
}
