package dev.winnow.storage.testkit;

import dev.winnow.storage.Partition;
import dev.winnow.storage.Segment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;

/** The segments of records in memory: one for each partition. */
final class SegmentsOf {
  private SegmentsOf() {}

  static String name(Partition partition) {
    return partition.retentionClass() + "/" + partition.day();
  }

  /** The segments of records, the oldest first; those of days before today are sealed. */
  static List<Segment> records(List<CommittedRecord> records, LocalDate today) {
    Map<Partition, LongSummaryStatistics> times = new LinkedHashMap<>();
    Map<Partition, Long> bytes = new LinkedHashMap<>();
    for (CommittedRecord record : records) {
      times
          .computeIfAbsent(record.partition(), partition -> new LongSummaryStatistics())
          .accept(record.kept().record().time());
      bytes.merge(record.partition(), (long) record.kept().bytes(), Long::sum);
    }
    List<Segment> segments = new ArrayList<>();
    times.forEach((partition, time) ->
        segments.add(
            new Segment(
                name(partition),
                partition,
                partition.day().isBefore(today),
                time.getCount(),
                bytes.getOrDefault(partition, 0L),
                time.getMin(),
                time.getMax())));
    segments.sort(Comparator.comparing((Segment segment) -> segment.partition().day()));
    return segments;
  }
}
