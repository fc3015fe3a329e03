package dev.winnow.server.flow;

import dev.winnow.pipeline.QuotaMeters;
import dev.winnow.pipeline.QuotaUsage;
import dev.winnow.storage.control.Quota;
import io.prometheus.metrics.model.registry.Collector;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Tells how much of each quota is used: as a metric, and once a day when little is left. */
final class QuotaWatch implements Collector {
  private static final Logger LOGGER = System.getLogger(QuotaWatch.class.getName());
  private static final String NAME = "winnow_quota_used_ratio";

  /** What was said of a quota last. */
  private record Said(Warning warning, Instant until) {}

  private enum Warning {
    NONE,
    NEAR,
    OVER;

    static Warning of(QuotaUsage usage) {
      if (usage.isUsedUp()) {
        return OVER;
      }
      return usage.share() * 100 >= usage.quota().warnPercentage() ? NEAR : NONE;
    }
  }

  private final QuotaMeters meters;
  private Map<Quota, Said> said = Map.of();

  QuotaWatch(QuotaMeters meters) {
    this.meters = meters;
  }

  /** Warns of quotas of which the share is used that was asked for, or that are used up. */
  synchronized void warn() {
    Map<Quota, Said> next = new HashMap<>();
    for (QuotaUsage usage : meters.usage()) {
      Warning warning = Warning.of(usage);
      Said before = said.get(usage.quota());
      Warning known =
          before != null && before.until().equals(usage.resetsAt())
              ? before.warning()
              : Warning.NONE;
      if (warning.compareTo(known) > 0) {
        warn(usage, warning);
      }
      next.put(usage.quota(), new Said(warning, usage.resetsAt()));
    }
    said = next;
  }

  private static void warn(QuotaUsage usage, Warning warning) {
    Quota quota = usage.quota();
    LOGGER.log(
        Level.WARNING,
        "tenant {0}, {1}: {2,number,percent} of the quota for today are used{3}; it begins anew at"
            + " {4}",
        quota.tenantId(),
        quota.serviceName().isEmpty() ? "all services" : "service " + quota.serviceName(),
        usage.share(),
        warning == Warning.OVER
            ? "; what is no error and has no room is counted, but not kept"
            : "",
        usage.resetsAt());
  }

  @Override
  public MetricSnapshot collect() {
    GaugeSnapshot.Builder gauge =
        GaugeSnapshot.builder()
            .name(NAME)
            .help("The share that is used of the limit of a quota that is nearer");
    for (QuotaUsage usage : meters.usage()) {
      Quota quota = usage.quota();
      gauge.dataPoint(
          GaugeDataPointSnapshot.builder()
              .labels(Labels.of("tenant_id", quota.tenantId(), "service_name", quota.serviceName()))
              .value(usage.share())
              .build());
    }
    return gauge.build();
  }

  @Override
  public String getPrometheusName() {
    return NAME;
  }
}
