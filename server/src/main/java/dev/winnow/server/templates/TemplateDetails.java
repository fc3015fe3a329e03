package dev.winnow.server.templates;

import dev.winnow.kernel.record.SeverityNumber;
import dev.winnow.server.request.TimeBuckets;
import dev.winnow.storage.Count;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts of one template's records, as they come in. */
final class TemplateDetails {
  /** The number of services that are told apart in an answer. */
  private static final int MAX_SERVICES = 20;

  private final Map<SeverityNumber, Long> severities = new EnumMap<>(SeverityNumber.class);
  private final Map<String, Long> services = new HashMap<>();
  private final long[] trend;

  TemplateDetails(TimeBuckets trend) {
    this.trend = new long[trend.count()];
  }

  /** Adds records of one service and severity. */
  void addOrigin(Count count) {
    severities.merge(count.severityNumber().range(), count.records(), Long::sum);
    services.merge(count.serviceName(), count.records(), Long::sum);
  }

  /** Adds records that happened in one interval. */
  void addTime(Count count, TimeBuckets buckets) {
    trend[Math.max(0, buckets.index(count.time()))] += count.records();
  }

  /** Records per level, the worst first. */
  Map<String, Long> severities() {
    Map<String, Long> byName = new LinkedHashMap<>();
    severities.entrySet().stream()
        .sorted(Map.Entry.<SeverityNumber, Long>comparingByKey().reversed())
        .forEach(entry -> byName.put(entry.getKey().name(), entry.getValue()));
    return byName;
  }

  List<TemplateAnswer.ServiceCount> services() {
    return services.entrySet().stream()
        .map(entry -> new TemplateAnswer.ServiceCount(entry.getKey(), entry.getValue()))
        .sorted(
            Comparator.comparingLong(TemplateAnswer.ServiceCount::count)
                .reversed()
                .thenComparing(TemplateAnswer.ServiceCount::service))
        .limit(MAX_SERVICES)
        .toList();
  }

  List<Long> trend() {
    return Arrays.stream(trend).boxed().toList();
  }
}
