package dev.winnow.cli.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TimeOrderTest {
  private static final long SECOND = 1_000_000_000L;

  @Test
  void findsNothingInTimesThatGoForward() {
    assertThat(parts(order(10, 20), order(20, 30)).disorder()).isEqualTo(Disorder.NONE);
  }

  @Test
  void toleratesOneSecond() {
    assertThat(order(10, 9, 10).disorder()).isEqualTo(Disorder.NONE);
  }

  @Test
  void countsRecordsThatAreEarlierThanTheLatestBefore() {
    assertThat(order(10, 20, 5, 15, 20).disorder()).isEqualTo(new Disorder(2, 15 * SECOND, 3));
  }

  @Test
  void countsEveryRecordOfPartsThatAreEarlierAsAWhole() {
    assertThat(parts(order(50, 60), order(10, 20), order(30, 40)).disorder())
        .isEqualTo(new Disorder(4, 50 * SECOND, 101));
  }

  @Test
  void countsTheFirstRecordOfPartsThatAreEarlierInPart() {
    assertThat(parts(order(50, 60), order(40, 50, 60, 70)).disorder())
        .isEqualTo(new Disorder(1, 20 * SECOND, 101));
  }

  @Test
  void passesOverPartsWithoutTimes() {
    assertThat(parts(order(), order(20), order(), order(10)).disorder())
        .isEqualTo(new Disorder(1, 10 * SECOND, 301));
  }

  private static TimeOrder order(long... seconds) {
    TimeOrder order = new TimeOrder();
    for (int i = 0; i < seconds.length; i++) {
      order.add(seconds[i] * SECOND, i + 1);
    }
    return order;
  }

  /** Parts of 100 lines each. */
  private static TimeOrder parts(TimeOrder... parts) {
    TimeOrder sum = new TimeOrder();
    for (int i = 0; i < parts.length; i++) {
      sum.add(parts[i], 100L * i);
    }
    return sum;
  }
}
