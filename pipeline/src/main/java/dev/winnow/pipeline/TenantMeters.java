package dev.winnow.pipeline;

import dev.winnow.storage.Volume;
import dev.winnow.storage.control.Quota;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the quotas of one tenant leave of the day. Thread-safe. */
final class TenantMeters {
  /** The key of the quota for all services together. */
  private static final String ALL = "";

  private static final class Meter {
    private Quota quota;
    private Volume used;
    private boolean isUsedUp;

    private Meter(Quota quota, Volume used) {
      this.quota = quota;
      this.used = used;
    }

    private void replace(Quota next) {
      isUsedUp = isUsedUp && next.equals(quota);
      quota = next;
    }

    private void beginDay() {
      used = Volume.NONE;
      isUsedUp = false;
    }

    private boolean hasRoomFor(Volume more) {
      Volume then = used.plus(more);
      return isWithin(then.records(), quota.maxRecords())
          && isWithin(then.bytes(), quota.maxBytes());
    }

    private static boolean isWithin(long used, @Nullable Long limit) {
      return limit == null || used <= limit;
    }
  }

  private final Map<String, Meter> meters = new HashMap<>();
  private LocalDate day;

  TenantMeters(LocalDate day) {
    this.day = day;
  }

  /** Whether how much is used is known for each of some quotas. */
  synchronized boolean hasAll(Collection<Quota> quotas) {
    return quotas.stream().allMatch(quota -> meters.containsKey(quota.serviceName()));
  }

  /**
   * Goes on with other quotas. What is used of those that were there before stays used.
   *
   * @param kept what is kept of today by service, from which a new quota begins
   */
  synchronized void change(LocalDate today, Collection<Quota> quotas, Map<String, Volume> kept) {
    begin(today);
    meters.keySet().retainAll(quotas.stream().map(Quota::serviceName).toList());
    for (Quota quota : quotas) {
      String service = quota.serviceName();
      meters
          .computeIfAbsent(service, fresh -> new Meter(quota, volume(service, kept)))
          .replace(quota);
    }
  }

  private static Volume volume(String service, Map<String, Volume> kept) {
    return service.equals(ALL)
        ? kept.values().stream().reduce(Volume.NONE, Volume::plus)
        : kept.getOrDefault(service, Volume.NONE);
  }

  /**
   * Takes room for a record of a day.
   *
   * @param isProtected whether the record is kept also where there is no room
   * @return whether the record is kept
   */
  synchronized boolean take(
      LocalDate today, String service, Volume record, BooleanSupplier isProtected) {
    begin(today);
    List<Meter> full = of(service).filter(meter -> !meter.hasRoomFor(record)).toList();
    full.forEach(meter -> meter.isUsedUp = true);
    boolean isKept = full.isEmpty() || isProtected.getAsBoolean();
    if (isKept) {
      of(service).forEach(meter -> meter.used = meter.used.plus(record));
    }
    return isKept;
  }

  /** Gives back what was taken for a record of a day that was not stored then. */
  synchronized void giveBack(LocalDate takenOn, String service, Volume record) {
    if (takenOn.equals(day)) {
      of(service).forEach(meter -> meter.used = meter.used.minus(record));
    }
  }

  private Stream<Meter> of(String service) {
    return Stream.of(meters.get(service), service.equals(ALL) ? null : meters.get(ALL))
        .filter(Objects::nonNull);
  }

  /** What a request of yesterday brings when today has begun counts as today's. */
  private void begin(LocalDate today) {
    if (today.isAfter(day)) {
      day = today;
      meters.values().forEach(Meter::beginDay);
    }
  }

  synchronized List<QuotaUsage> usage(LocalDate today) {
    begin(today);
    return meters.values().stream()
        .map(meter ->
            new QuotaUsage(
                meter.quota,
                meter.used,
                meter.isUsedUp,
                day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant()))
        .toList();
  }
}
