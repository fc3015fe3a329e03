package dev.winnow.core.detection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.core.detection.Change.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChangeDetectorTest {
  private static final long SEED = 11;

  @Test
  void findsATemplateThatIsNew() {
    Change change = only(ordinary().with(0, window -> window < 70 ? 0 : 3));

    assertThat(change.kind()).isEqualTo(Kind.NEW);
    assertThat(change.from()).isBetween(70, 71);
    assertThat(change.to()).isEqualTo(Series.WINDOWS);
    assertThat(change.expected()).isZero();
  }

  @Test
  void findsATemplateThatIsGone() {
    Change change = only(ordinary().with(0, window -> window < 40 ? 3 : 0));

    assertThat(change.kind()).isEqualTo(Kind.GONE);
    assertThat(change.from()).isBetween(39, 40);
    assertThat(change.to()).isEqualTo(Series.WINDOWS);
    assertThat(change.observed()).isZero();
    assertThat(change.expected()).isBetween(140.0, 220.0);
  }

  @Test
  void findsASpikeOfThreeWindows() {
    Change change = only(ordinary().with(0, window -> window >= 50 && window < 53 ? 60 : 8));

    assertThat(change.kind()).isEqualTo(Kind.SPIKE);
    assertThat(change.from()).isEqualTo(50);
    assertThat(change.to()).isEqualTo(53);
    assertThat(change.expected()).isBetween(18.0, 40.0);
    assertThat(change.factor()).isGreaterThan(4);
  }

  @Test
  void findsALostHeartbeat() {
    int[] heartbeat = new int[Series.WINDOWS];
    for (int window = 0; window < heartbeat.length; window++) {
      heartbeat[window] = window >= 60 && window < 70 ? 0 : 2;
    }
    Change change = only(ordinary().with(heartbeat));

    assertThat(change.kind()).isEqualTo(Kind.DROP);
    assertThat(change.from()).isEqualTo(60);
    assertThat(change.to()).isEqualTo(70);
    assertThat(change.observed()).isZero();
    assertThat(change.expected()).isBetween(19.5, 20.5);
  }

  @Test
  void findsALastingShiftUpAndDown() {
    Change up = only(ordinary().with(.1, window -> window < 55 ? 10 : 40));
    Change down = only(ordinary().with(.1, window -> window < 55 ? 40 : 8));

    assertThat(up.kind()).isEqualTo(Kind.SHIFT);
    assertThat(up.from()).isBetween(53, 57);
    assertThat(up.factor()).isBetween(3.0, 5.0);
    assertThat(down.kind()).isEqualTo(Kind.SHIFT);
    assertThat(down.from()).isBetween(53, 57);
    assertThat(down.factor()).isBetween(.15, .3);
  }

  @Test
  void findsTwoSpikesThatCouldHideEachOther() {
    Series log = ordinary().with(0, window -> window / 3 == 10 || window / 3 == 22 ? 80 : 4);

    assertThat(log.changes()).extracting(Change::kind).containsOnly(Kind.SPIKE).hasSize(2);
  }

  @Test
  void blamesNoTemplateForAGapInTheLog() {
    Series log = new Series(SEED).withOrdinary(window -> window >= 30 && window < 45 ? 0 : 1);

    assertThat(log.changes()).isEmpty();
    assertThat(ChangeDetector.detectVolume(log.timeline()))
        .singleElement()
        .matches(gap -> gap.kind() == Kind.DROP && gap.from() == 30 && gap.to() == 45);
  }

  @Test
  void followsADailyWave() {
    Series log = new Series(SEED).withOrdinary(window -> 1.2 + Math.sin(window / 8.0));

    assertThat(log.changes()).isEmpty();
  }

  @Test
  void followsGrowingTraffic() {
    Series log = new Series(SEED).withOrdinary(window -> .2 + window / 20.0);

    assertThat(log.changes()).isEmpty();
  }

  @Test
  void knowsAHeartbeatFromTraffic() {
    Series log =
        new Series(SEED)
            .withOrdinary(window -> window >= 40 && window < 60 ? 8 : 1)
            .with(0, window -> 6);

    assertThat(log.changes()).isEmpty();
    assertThat(ChangeDetector.detectVolume(log.timeline()))
        .extracting(Change::kind)
        .containsExactly(Kind.SPIKE);
  }

  @Test
  void takesNoneOfManyOneOffRecordsForNews() {
    Series log = ordinary();
    for (int window = 0; window < Series.WINDOWS; window++) {
      int[] once = new int[Series.WINDOWS];
      once[window] = 1 + window % 12;
      log.with(once);
    }
    assertThat(log.changes()).isEmpty();
  }

  @Test
  void findsNothingWhereThereIsNothing() {
    assertThat(new Series(SEED).with(new int[Series.WINDOWS]).changes()).isEmpty();
    assertThat(new Series(SEED).with(new int[0]).changes()).isEmpty();
    assertThat(new Series(SEED).with(new int[] {90}).changes()).isEmpty();
    assertThat(new Series(SEED).with(new int[] {0, 900}).changes()).isEmpty();
    assertThat(ChangeDetector.detect(new Timeline(new long[100]), List.of())).isEmpty();
  }

  private static Series ordinary() {
    return new Series(SEED).withOrdinary(window -> 1);
  }

  private static Change only(Series log) {
    List<Change> changes = log.changes();
    assertThat(changes).hasSize(1);
    return changes.getFirst();
  }
}
