package dev.winnow.server.records;

import static dev.winnow.storage.testkit.SampleRecords.NOW;
import static dev.winnow.storage.testkit.SampleRecords.TENANT;
import static dev.winnow.storage.testkit.SampleRecords.batch;
import static dev.winnow.storage.testkit.SampleRecords.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.kernel.record.LogRecord;
import dev.winnow.kernel.record.SeverityNumber;
import dev.winnow.server.records.Histogram.Bucket;
import dev.winnow.server.records.Histogram.Group;
import dev.winnow.server.request.Parameter;
import dev.winnow.server.request.SelectionReader;
import dev.winnow.server.request.TimeBuckets;
import dev.winnow.storage.Selection;
import dev.winnow.storage.testkit.InMemoryLogStore;
import dev.winnow.storage.testkit.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class HistogramsTest {
  private final InMemoryLogStore store = new InMemoryLogStore(new MovableClock(NOW), 1_000);
  private final Histograms histograms = new Histograms(store.reader());
  private final Selection lastMinutes =
      new SelectionReader(TENANT, NOW).startTime("3m").endTime("0s").selection();

  private Histogram histogram(String interval, Histograms.@Nullable By by) {
    TimeBuckets buckets =
        Histograms.buckets(lastMinutes.time(), new Parameter("interval", interval));
    return histograms.histogram(lastMinutes, buckets, by);
  }

  @Test
  void listsEmptyBuckets() {
    store.append(
        batch(
            record(-170, "cart", SeverityNumber.INFO, "a"),
            record(-10, "cart", SeverityNumber.INFO, "b"),
            record(-5, "cart", SeverityNumber.ERROR, "c")));

    assertThat(histogram("1m", Histograms.By.SEVERITY))
        .isEqualTo(
            new Histogram(
                Instant.parse("2026-11-21T11:57:00Z"),
                Instant.parse("2026-11-21T12:00:00Z"),
                60,
                "severity",
                3,
                List.of(new Group("INFO", 2), new Group("ERROR", 1)),
                0,
                List.of(
                    new Bucket(Instant.parse("2026-11-21T11:57:00Z"), 1, Map.of("INFO", 1L)),
                    new Bucket(Instant.parse("2026-11-21T11:58:00Z"), 0, Map.of()),
                    new Bucket(
                        Instant.parse("2026-11-21T11:59:00Z"),
                        2,
                        Map.of("INFO", 1L, "ERROR", 1L)))));
    assertThat(histogram("1m", null).buckets())
        .extracting(Bucket::count)
        .containsExactly(1L, 0L, 2L);
  }

  @Test
  void putsRareGroupsTogether() {
    store.append(
        batch(
            IntStream.range(0, 25)
                .mapToObj(i -> record(-i - 1, "service" + i % 22, SeverityNumber.INFO, "a"))
                .toArray(LogRecord[]::new)));

    Histogram histogram = histogram("1h", Histograms.By.SERVICE);

    assertThat(histogram.groups()).hasSize(20).startsWith(new Group("service0", 2));
    assertThat(histogram.others()).isEqualTo(2);
    assertThat(histogram.total()).isEqualTo(25);
    assertThat(histogram.buckets()).hasSize(1);
    assertThat(histogram.buckets().getFirst().counts()).hasSize(20).containsEntry("service0", 2L);
    assertThat(histogram.buckets().getFirst().count()).isEqualTo(25);
  }

  @Test
  void choosesAboutSixtyBuckets() {
    Selection day = new SelectionReader(TENANT, NOW).recent(Histograms.DEFAULT_SPAN);

    TimeBuckets buckets = Histograms.buckets(day.time(), new Parameter("interval", null));

    assertThat(buckets.step()).isEqualTo(Duration.ofMinutes(30));
    assertThat(buckets.count()).isEqualTo(49);
  }

  @Test
  void refusesMoreBucketsThanAreAnswered() {
    Selection day = new SelectionReader(TENANT, NOW).recent(Histograms.DEFAULT_SPAN);

    assertThatThrownBy(() -> Histograms.buckets(day.time(), new Parameter("interval", "1s")))
        .hasMessage(
            "interval is '1s', and at most 2000 intervals in that time, as 60s would give, is"
                + " allowed");
  }
}
