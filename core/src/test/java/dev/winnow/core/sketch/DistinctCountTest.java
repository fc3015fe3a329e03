package dev.winnow.core.sketch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DistinctCountTest {
  @Test
  void isExactUpToItsBound() {
    DistinctCount count = new DistinctCount();
    assertThat(count.count()).isZero();

    addNumbers(count, 0, DistinctCount.EXACT);
    addNumbers(count, 0, DistinctCount.EXACT);

    assertThat(count.count()).isEqualTo(DistinctCount.EXACT);
    assertThat(count.isExact()).isTrue();

    addNumbers(count, DistinctCount.EXACT, DistinctCount.EXACT + 1);

    assertThat(count.isExact()).isFalse();
    assertThat(count.count()).isCloseTo(DistinctCount.EXACT + 1L, withinPercentage(3));
  }

  @ParameterizedTest
  @ValueSource(ints = {300, 1_000, 4_096, 10_000, 20_000, 50_000, 200_000, 1_000_000})
  void estimatesWithinThreeStandardErrors(int distinct) {
    DistinctCount count = new DistinctCount();

    addNumbers(count, 0, distinct);

    assertThat(count.count()).isCloseTo(distinct, withinPercentage(4.9));
  }

  @Property(tries = 200)
  void mergedCountsAreTheOneOfTheUnion(
      @ForAll @IntRange(max = 2_000) int end,
      @ForAll @IntRange(max = 2_000) int start,
      @ForAll @IntRange(max = 400) int more) {
    DistinctCount left = numbers(0, end);
    DistinctCount right = numbers(start, start + more);
    DistinctCount union = numbers(0, end);
    addNumbers(union, start, start + more);

    left.merge(right);
    right.merge(numbers(0, end));

    assertThat(left.count()).isEqualTo(union.count());
    assertThat(right.count()).isEqualTo(union.count());
    assertThat(left.isExact()).isEqualTo(union.isExact());
  }

  @Test
  void mergingWithItselfChangesNothing() {
    for (int size : new int[] {10, 1_000}) {
      DistinctCount count = numbers(0, size);
      long before = count.count();

      count.merge(count);

      assertThat(count.count()).isEqualTo(before);
    }
  }

  private static DistinctCount numbers(int from, int to) {
    DistinctCount count = new DistinctCount();
    addNumbers(count, from, to);
    return count;
  }

  private static void addNumbers(DistinctCount count, int from, int to) {
    for (int i = from; i < to; i++) {
      byte[] text = Integer.toString(i).getBytes(UTF_8);
      count.add(text, 0, text.length);
    }
  }
}
