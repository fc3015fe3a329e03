package dev.winnow.storage.testkit;

import static dev.winnow.storage.testkit.SampleRecords.TENANT;
import static dev.winnow.storage.testkit.SampleRecords.TODAY;
import static dev.winnow.storage.testkit.SampleRecords.batch;
import static dev.winnow.storage.testkit.SampleRecords.record;
import static dev.winnow.storage.testkit.SampleRecords.time;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.winnow.kernel.record.LogRecord;
import dev.winnow.kernel.record.SeverityNumber;
import dev.winnow.storage.CountQuery;
import dev.winnow.storage.Partition;
import dev.winnow.storage.Segment;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link dev.winnow.storage.SegmentStore} does. */
public abstract class SegmentStoreContract extends LogStoreContract {
  private static final LogRecord OLD = record(0, "a", SeverityNumber.INFO, "old");
  private static final LogRecord YOUNG = record(1, "a", SeverityNumber.INFO, "young");

  private Partition appendTwoDays() {
    Partition tomorrow = new Partition(TODAY.day().plusDays(1), "default");
    append(OLD);
    clock.advance(Duration.ofDays(1));
    append(batch(TENANT, "", tomorrow, List.of(YOUNG)));
    return tomorrow;
  }

  private Segment segmentOf(Partition partition) {
    return store.segmentStore().segments().stream()
        .filter(segment -> segment.partition().equals(partition))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void listsItsSegments() {
    Partition tomorrow = appendTwoDays();

    assertThat(store.segmentStore().segments())
        .extracting(Segment::partition, Segment::records, Segment::isSealed)
        .containsExactly(tuple(TODAY, 1L, true), tuple(tomorrow, 1L, false));
    assertThat(segmentOf(TODAY).earliest()).isEqualTo(time(0));
    assertThat(segmentOf(TODAY).latest()).isEqualTo(time(0));
    assertThat(segmentOf(TODAY).bytes()).isPositive();
  }

  @Test
  void dropsASealedSegmentWithItsCounts() {
    appendTwoDays();
    String name = segmentOf(TODAY).name();
    store.segmentStore().drop(name);
    store.segmentStore().drop(name);

    assertThat(bodies(all())).containsExactly("young");
    assertThat(store.reader().counts(CountQuery.total(all())))
        .singleElement()
        .satisfies(count -> assertThat(count.records()).isEqualTo(1));
    assertThat(store.segmentStore().segments()).extracting(Segment::name).doesNotContain(name);
  }

  @Test
  void keepsTheLedgerOfWhatItDrops() {
    appendTwoDays();
    store.segmentStore().drop(segmentOf(TODAY).name());

    assertThat(store.ledger().entries(TENANT))
        .singleElement()
        .satisfies(entry -> assertThat(entry.records()).isEqualTo(2));
  }

  @Test
  void doesNotDropWhatIsAppendedTo() {
    Partition tomorrow = appendTwoDays();
    String name = segmentOf(tomorrow).name();

    assertThatThrownBy(() -> store.segmentStore().drop(name))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(bodies(all())).containsExactly("young", "old");
  }
}
