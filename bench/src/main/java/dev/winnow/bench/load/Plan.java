package dev.winnow.bench.load;

import dev.winnow.bench.traffic.PooledRequest.Times;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/**
 * Which requests are sent and when.
 *
 * @param first the number of the first request
 * @param requests how many, at most
 * @param nanos for how long, at most
 * @param workers how many requests are under way at once
 * @param requestsPerSecond 0 for as many as are acknowledged
 * @param startNanos when the records of request 0 happened, in nanoseconds since 1970; 0 if records
 *     happen as they are sent
 * @param stepNanos from one record to the next
 */
record Plan(
    long first,
    long requests,
    long nanos,
    int workers,
    double requestsPerSecond,
    long startNanos,
    long stepNanos) {

  boolean isOpenLoop() {
    return requestsPerSecond > 0;
  }

  /** When a request should be sent, after the start of the load. */
  long dueNanos(long number) {
    return (long) ((number - first) * (double) TimeUnit.SECONDS.toNanos(1) / requestsPerSecond);
  }

  Times times(long number, int records) {
    if (startNanos > 0) {
      return new Times(startNanos + number * records * stepNanos, stepNanos);
    }
    Instant now = Instant.now();
    long nanos = TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
    return new Times(nanos - records * stepNanos, stepNanos);
  }
}
