package dev.winnow.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LatencyHistogramTest {
  @Test
  void countsShortDurationsExactly() {
    LatencyHistogram histogram = new LatencyHistogram();
    for (int nanos = 1; nanos <= 100; nanos++) {
      histogram.record(nanos);
    }

    assertThat(histogram.percentile(0.5)).isEqualTo(50);
    assertThat(histogram.percentile(0.99)).isEqualTo(99);
    assertThat(histogram.max()).isEqualTo(100);
    assertThat(histogram.total()).isEqualTo(100);
  }

  @Test
  void overstatesLongDurationsByAtMostOnePartIn64() {
    for (long nanos : new long[] {128, 1_000, 999_999, 1L << 40}) {
      LatencyHistogram histogram = new LatencyHistogram();
      histogram.record(nanos);

      assertThat(histogram.percentile(1)).isBetween(nanos, nanos + nanos / 64);
    }
  }
}
