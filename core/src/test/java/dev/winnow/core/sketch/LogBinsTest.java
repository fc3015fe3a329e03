package dev.winnow.core.sketch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class LogBinsTest {
  @Property(tries = 500)
  void theRangeIsBoundedAndTheOrderDoesNotMatter(
      @ForAll List<@IntRange(min = -40_000, max = 40_000) Integer> indices, @ForAll Random random) {
    List<Integer> shuffled = new ArrayList<>(indices);
    Collections.shuffle(shuffled, random);
    LogBins bins = of(indices);
    LogBins others = of(shuffled);
    LogBins merged = of(indices.subList(0, indices.size() / 2));
    merged.addAll(of(indices.subList(indices.size() / 2, indices.size())));

    assertThat(bins.highest() - bins.lowest()).isLessThan(2048);
    long sum = 0;
    for (int i = bins.lowest(); i <= bins.highest(); i++) {
      assertThat(others.count(i)).isEqualTo(bins.count(i));
      assertThat(merged.count(i)).isEqualTo(bins.count(i));
      sum += bins.count(i);
    }
    assertThat(sum).isEqualTo(indices.size());
  }

  private static LogBins of(List<Integer> indices) {
    LogBins bins = new LogBins();
    indices.forEach(bins::add);
    return bins;
  }
}
