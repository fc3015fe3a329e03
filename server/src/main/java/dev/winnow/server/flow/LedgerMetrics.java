package dev.winnow.server.flow;

import dev.winnow.pipeline.Pipeline;
import dev.winnow.storage.LedgerEntry;
import dev.winnow.storage.LedgerStore;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The ledger as Prometheus reads it: {@code winnow_records_total} by what became of records. */
final class LedgerMetrics implements MultiCollector {
  private static final String RECORDS = "winnow_records";
  private static final String IN_FLIGHT = "winnow_records_in_flight";

  private final LedgerStore ledger;
  private final Pipeline pipeline;

  LedgerMetrics(LedgerStore ledger, Pipeline pipeline) {
    this.ledger = ledger;
    this.pipeline = pipeline;
  }

  @Override
  public MetricSnapshots collect() {
    CounterSnapshot.Builder records =
        CounterSnapshot.builder().name(RECORDS).help("Records by what became of them, and why");
    Map<String, Map<String, Long>> inFlight = new TreeMap<>();
    for (LedgerEntry entry : ledger.entries()) {
      records.dataPoint(point(entry));
      // A gauge of zero says more than one that is gone while nothing is on its way.
      inFlight.computeIfAbsent(entry.tenantId(), any -> new TreeMap<>()).put(entry.receiver(), 0L);
    }
    pipeline
        .inFlight()
        .forEach((tenantId, byReceiver) ->
            inFlight.computeIfAbsent(tenantId, any -> new TreeMap<>()).putAll(byReceiver));
    return MetricSnapshots.of(records.build(), gauge(inFlight));
  }

  private static GaugeSnapshot gauge(Map<String, Map<String, Long>> inFlight) {
    GaugeSnapshot.Builder gauge =
        GaugeSnapshot.builder()
            .name(IN_FLIGHT)
            .help("Records that were received and are not stored yet");
    inFlight.forEach((tenantId, byReceiver) ->
        byReceiver.forEach((receiver, records) ->
            gauge.dataPoint(
                GaugeDataPointSnapshot.builder()
                    .labels(Labels.of("tenant_id", tenantId, "receiver", receiver))
                    .value((double) records)
                    .build())));
    return gauge.build();
  }

  private static CounterDataPointSnapshot point(LedgerEntry entry) {
    return CounterDataPointSnapshot.builder()
        .labels(
            Labels.of(
                "tenant_id",
                entry.tenantId(),
                "receiver",
                entry.receiver(),
                "service_name",
                entry.serviceName(),
                "outcome",
                entry.reason().outcome().label(),
                "reason",
                entry.reason().label()))
        .value((double) entry.records())
        .build();
  }

  @Override
  public List<String> getPrometheusNames() {
    return List.of(RECORDS, IN_FLIGHT);
  }
}
