package dev.winnow.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.storage.Partition;
import dev.winnow.storage.Segment;
import dev.winnow.storage.SegmentStore;
import dev.winnow.storage.control.RetentionClass;
import dev.winnow.storage.control.RetentionClasses;
import dev.winnow.storage.control.RetentionRule;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RetentionTest {
  private static final LocalDate TODAY = LocalDate.ofInstant(Scene.NOW, ZoneOffset.UTC);
  private static final long MIB = 1 << 20;

  private final List<Segment> segments = new ArrayList<>();
  private final List<RetentionClass> classes = new ArrayList<>();

  private final SegmentStore store =
      new SegmentStore() {
        @Override
        public List<Segment> segments() {
          return List.copyOf(segments);
        }

        @Override
        public void drop(String segmentName) {
          segments.removeIf(segment -> segment.name().equals(segmentName));
        }
      };

  private List<String> apply() {
    Retention retention =
        new Retention(store, () -> new RetentionClasses(classes), () -> Scene.NOW);
    return retention.apply().stream().map(Segment::name).toList();
  }

  private void keep(String name, int days, @Nullable Long maxBytes) {
    List<RetentionRule> rules =
        name.equals("default") ? List.of() : List.of(new RetentionRule("acme", null));
    classes.add(new RetentionClass(name, 1, Duration.ofDays(days), maxBytes, rules));
  }

  private void segment(String retentionClass, int daysAgo, boolean isSealed, long bytes) {
    segment(retentionClass, daysAgo, isSealed, bytes, Scene.NOW.minus(Duration.ofDays(daysAgo)));
  }

  private void segment(
      String retentionClass, int daysAgo, boolean isSealed, long bytes, Instant latest) {
    Partition partition = new Partition(TODAY.minusDays(daysAgo), retentionClass);
    long nanos = latest.getEpochSecond() * 1_000_000_000L;
    segments.add(
        new Segment(retentionClass + daysAgo, partition, isSealed, 5, bytes, nanos - 1, nanos));
  }

  @Test
  void dropsWhatIsTooOldForItsClass() {
    keep("audit", 30, null);
    keep("default", 3, null);
    for (int daysAgo = 40; daysAgo >= 0; daysAgo -= 10) {
      segment("audit", daysAgo, true, 1);
      segment("default", daysAgo, true, 1);
    }

    assertThat(apply())
        .containsExactlyInAnyOrder("audit40", "default40", "default30", "default20", "default10");
    assertThat(apply()).isEmpty();
  }

  @Test
  void keepsADayUntilAllOfItIsTooOld() {
    keep("default", 3, null);
    segment("default", 4, true, 1);
    segment("default", 3, true, 1);

    assertThat(apply()).containsExactly("default4");
  }

  @Test
  void keepsWhatIsNewThoughItWasCommittedLongAgo() {
    keep("default", 3, null);
    segment("default", 9, true, 1, Scene.NOW);
    segment("default", 1, true, 1, Instant.parse("2001-01-01T00:00:00Z"));

    assertThat(apply()).isEmpty();
  }

  @Test
  void dropsTheOldestBeyondTheSizeOfAClass() {
    keep("default", 90, 2 * MIB);
    segment("default", 3, true, MIB);
    segment("default", 2, true, MIB);
    segment("default", 1, true, MIB);
    segment("default", 0, false, MIB);

    assertThat(apply()).containsExactly("default3", "default2");
  }

  @Test
  void neverDropsWhatIsAppendedTo() {
    keep("default", 1, MIB);
    segment("default", 50, false, 5 * MIB);

    assertThat(apply()).isEmpty();
  }

  @Test
  void treatsWhatHasNoClassAnyMoreAsTheDefault() {
    keep("default", 3, null);
    segment("gone", 9, true, 1);
    segment("gone", 1, true, 1);

    assertThat(apply()).containsExactly("gone9");
  }
}
