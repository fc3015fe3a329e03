package dev.winnow.server.listen;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.stream.LongStream;

/**
 * Counts every request that should bring records, and every byte of it as it came, by the receiver
 * and what became of it: {@code accepted} if its records are stored, whether or not its sender
 * heard of it; {@code incomplete} if its sender broke off; or the code of the error with which it
 * was refused.
 */
public final class Arrivals {
  static final String ACCEPTED = "accepted";
  static final String INCOMPLETE = "incomplete";

  private static final Duration[] BOUNDS =
      LongStream.of(5, 10, 25, 50, 100, 250, 500, 1000, 2500, 10_000)
          .mapToObj(Duration::ofMillis)
          .toArray(Duration[]::new);

  private final MeterProvider<Counter> requests;
  private final MeterProvider<Counter> bytes;
  private final MeterProvider<Timer> durations;

  public Arrivals(MeterRegistry metrics) {
    requests =
        Counter.builder("winnow.intake.requests")
            .description("Requests with records by what became of them")
            .withRegistry(metrics);
    bytes =
        Counter.builder("winnow.intake.bytes")
            .description("Bytes of requests with records, as they came, by what became of them")
            .withRegistry(metrics);
    durations =
        Timer.builder("winnow.intake.duration")
            .description("From the last byte of a request until its records are stored or refused")
            .serviceLevelObjectives(BOUNDS)
            .withRegistry(metrics);
  }

  /** Does what answers a complete request, and notes how long that takes. */
  <T> T timed(String receiver, Supplier<T> answer) {
    long begun = System.nanoTime();
    try {
      return answer.get();
    } finally {
      Duration took = Duration.ofNanos(System.nanoTime() - begun);
      durations.withTag("receiver", receiver).record(took);
    }
  }

  /** Counts a request whose result is known, with the bytes of it that have come. */
  void add(String receiver, String result, long arrived) {
    requests.withTags("receiver", receiver, "result", result).increment();
    addBytes(receiver, result, arrived);
  }

  /** Counts bytes of a request that was counted before. */
  void addBytes(String receiver, String result, long arrived) {
    bytes.withTags("receiver", receiver, "result", result).increment((double) arrived);
  }
}
