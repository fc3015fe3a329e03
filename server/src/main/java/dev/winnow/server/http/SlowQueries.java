package dev.winnow.server.http;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Remembers the last {@value #MOST} slow queries of each tenant until the server ends; an earlier
 * one gives way. Thread-safe.
 */
@Singleton
final class SlowQueries {
  static final int MOST = 100;

  /** What a person would not call slow is not worth a place. */
  static final Duration LEAST = Duration.ofMillis(500);

  private static final int SHOWN = 2_000;
  private static final double NANOS_PER_SECOND = TimeUnit.SECONDS.toNanos(1);

  /** One entry for each tenant that ever asked; tenants are those that have tokens. */
  private final Map<String, Deque<SlowQuery>> queries = new ConcurrentHashMap<>();

  /**
   * A query that was slow.
   *
   * @param timestamp when it was answered
   * @param query its path and parameters, as much as is shown of them
   * @param status with what it was answered
   */
  record SlowQuery(Instant timestamp, double durationSeconds, String query, int status) {}

  /** The latest slow queries, the newest first. */
  @Schema(name = "SlowQueryList")
  record Listing(List<SlowQuery> queries) {}

  /** Notes a query if it was slow. */
  void note(String tenantId, Instant now, Duration took, String query, int status) {
    if (took.compareTo(LEAST) >= 0) {
      String shown = query.length() > SHOWN ? query.substring(0, SHOWN) + "..." : query;
      double seconds = took.toNanos() / NANOS_PER_SECOND;
      Deque<SlowQuery> own = queries.computeIfAbsent(tenantId, tenant -> new ArrayDeque<>());
      synchronized (own) {
        own.addFirst(new SlowQuery(now, seconds, shown, status));
        if (own.size() > MOST) {
          own.removeLast();
        }
      }
    }
  }

  Listing latest(String tenantId) {
    Deque<SlowQuery> own = queries.computeIfAbsent(tenantId, tenant -> new ArrayDeque<>());
    synchronized (own) {
      return new Listing(List.copyOf(own));
    }
  }
}
