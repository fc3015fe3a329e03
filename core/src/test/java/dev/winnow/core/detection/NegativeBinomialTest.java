package dev.winnow.core.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The constants are sums of the probabilities in decimal arithmetic of sixty digits. */
class NegativeBinomialTest {
  @ParameterizedTest
  @CsvSource({
    "  3,   .1,   0,  -8.774326206042",
    "  5,   .5,   0,  -8.667344039836",
    " 10,  2,   .25,  -6.408361963000",
    " 50, 10,   .25, -10.370271530986",
    "150, 100,   0,  -13.182001675715",
    "400, 100, .25,   -9.072928363167"
  })
  void knowsItsUpperTail(double count, double mean, double dispersion, double expected) {
    assertThat(new NegativeBinomial(mean, dispersion).logUpperTail(count))
        .isCloseTo(expected, within(1e-5));
  }

  @ParameterizedTest
  @CsvSource({
    " 0,  10, .25,  -5.011051873981",
    " 1,  10,   0,  -7.602104727202",
    " 2,  10, .25,  -2.818372759017",
    " 3,  20,   0, -12.651197991860",
    "20, 100,  .1,  -8.472095482777"
  })
  void knowsItsLowerTail(double count, double mean, double dispersion, double expected) {
    assertThat(new NegativeBinomial(mean, dispersion).logLowerTail(count))
        .isCloseTo(expected, within(1e-5));
  }

  @Property
  void sumsToOne(
      @ForAll @IntRange(max = 1_000) int count,
      @ForAll @DoubleRange(min = .01, max = 1_000) double mean,
      @ForAll @DoubleRange(max = 4) double dispersion) {
    NegativeBinomial model = new NegativeBinomial(mean, dispersion);
    double all = Math.exp(model.logLowerTail(count)) + Math.exp(model.logUpperTail(count + 1));

    assertThat(all).isCloseTo(1, within(1e-5));
  }

  @Property
  void fallsWithTheCountAbove(
      @ForAll @IntRange(max = 100_000) int count,
      @ForAll @DoubleRange(min = .01, max = 1_000) double mean,
      @ForAll @DoubleRange(max = 4) double dispersion) {
    NegativeBinomial model = new NegativeBinomial(mean, dispersion);

    assertThat(model.logUpperTail(count + 1)).isLessThanOrEqualTo(model.logUpperTail(count));
  }
}
