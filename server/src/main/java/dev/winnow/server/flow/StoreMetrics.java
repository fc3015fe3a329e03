package dev.winnow.server.flow;

import dev.winnow.storage.Segment;
import dev.winnow.storage.SegmentStore;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** What the store keeps, by retention class, as Prometheus reads it. */
record StoreMetrics(SegmentStore store) implements MultiCollector {
  @Override
  public MetricSnapshots collect() {
    Map<String, List<Segment>> byClass =
        store.segments().stream()
            .collect(
                Collectors.groupingBy(
                    segment -> segment.partition().retentionClass(),
                    TreeMap::new,
                    Collectors.toList()));
    return MetricSnapshots.of(
        gauge(
            "winnow_store_bytes", "Bytes on disk of stored records", byClass, sum(Segment::bytes)),
        gauge("winnow_store_records", "Records that are stored", byClass, sum(Segment::records)),
        gauge("winnow_store_parts", "Files that hold stored records", byClass, Collection::size));
  }

  private static ToLongFunction<List<Segment>> sum(ToLongFunction<Segment> amount) {
    return segments -> segments.stream().mapToLong(amount).sum();
  }

  private static GaugeSnapshot gauge(
      String name,
      String help,
      Map<String, List<Segment>> byClass,
      ToLongFunction<List<Segment>> amount) {
    GaugeSnapshot.Builder gauge = GaugeSnapshot.builder().name(name).help(help);
    byClass.forEach((retentionClass, segments) ->
        gauge.dataPoint(
            GaugeDataPointSnapshot.builder()
                .labels(Labels.of("retention_class", retentionClass))
                .value((double) amount.applyAsLong(segments))
                .build()));
    return gauge.build();
  }
}
