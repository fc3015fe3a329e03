package dev.winnow.server.overview;

import dev.winnow.server.request.Parameter;
import dev.winnow.server.request.SelectionReader;
import dev.winnow.server.request.Timestamps;
import dev.winnow.storage.Count;
import dev.winnow.storage.CountQuery;
import dev.winnow.storage.CountQuery.Dimension;
import dev.winnow.storage.LogReader;
import dev.winnow.storage.Selection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Counts records per service and hour. */
public final class Statistics {
  public static final int DEFAULT_HOURS = 24;
  public static final int MAX_HOURS = 168;

  private record HourOfService(long hour, String service) {}

  private static final Comparator<HourOfService> OLDEST_FIRST =
      Comparator.comparingLong(HourOfService::hour).thenComparing(HourOfService::service);

  private final LogReader reader;

  public Statistics(LogReader reader) {
    this.reader = reader;
  }

  /**
   * The records of the last hours, of some services or all.
   *
   * @param hours how many hours, a day's unless it is given
   */
  public static Selection last(
      String tenantId, Instant now, Parameter hours, List<String> services) {
    return new SelectionReader(tenantId, now)
        .services(services)
        .recent(Duration.ofHours(hours.integer(1, MAX_HOURS, DEFAULT_HOURS)));
  }

  public ServiceStatistics services(Selection selection) {
    Map<String, LevelTally> tallies = new HashMap<>();
    LevelTally all = new LevelTally();
    CountQuery query = CountQuery.by(selection, Dimension.SERVICE, Dimension.SEVERITY);
    for (Count count : reader.counts(query)) {
      all.add(count);
      tallies.computeIfAbsent(count.serviceName(), service -> new LevelTally()).add(count);
    }
    List<ServiceStatistics.ServiceEntry> services = new ArrayList<>();
    tallies.forEach(
        (service, tally) -> services.add(ServiceStatistics.ServiceEntry.of(service, tally)));
    services.sort(
        Comparator.comparingLong(ServiceStatistics.ServiceEntry::total)
            .reversed()
            .thenComparing(ServiceStatistics.ServiceEntry::service));
    return new ServiceStatistics(start(selection), end(selection), all.total(), services);
  }

  public HourlyStatistics hourly(Selection selection) {
    List<HourlyStatistics.HourEntry> hours = new ArrayList<>();
    perHour(selection)
        .forEach((hour, tally) ->
            hours.add(
                HourlyStatistics.HourEntry.of(Timestamps.of(hour.hour()), hour.service(), tally)));
    long total = hours.stream().mapToLong(HourlyStatistics.HourEntry::total).sum();
    return new HourlyStatistics(start(selection), end(selection), total, hours);
  }

  public ErrorTrend errors(Selection selection) {
    List<ErrorTrend.ErrorEntry> trends = new ArrayList<>();
    perHour(selection)
        .forEach((hour, tally) -> {
          if (tally.errors() > 0) {
            trends.add(
                new ErrorTrend.ErrorEntry(
                    Timestamps.of(hour.hour()), hour.service(), tally.errors(), tally.errorRate()));
          }
        });
    long errors = trends.stream().mapToLong(ErrorTrend.ErrorEntry::errorCount).sum();
    return new ErrorTrend(start(selection), end(selection), errors, trends);
  }

  private Map<HourOfService, LevelTally> perHour(Selection selection) {
    Map<HourOfService, LevelTally> tallies = new TreeMap<>(OLDEST_FIRST);
    CountQuery query =
        new CountQuery(
            selection,
            Set.of(Dimension.TIME, Dimension.SERVICE, Dimension.SEVERITY),
            Duration.ofHours(1));
    for (Count count : reader.counts(query)) {
      HourOfService hour = new HourOfService(count.time(), count.serviceName());
      tallies.computeIfAbsent(hour, any -> new LevelTally()).add(count);
    }
    return tallies;
  }

  private static Instant start(Selection selection) {
    return Timestamps.of(selection.time().from());
  }

  private static Instant end(Selection selection) {
    return Timestamps.of(selection.time().to());
  }
}
