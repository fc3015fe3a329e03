package dev.winnow.server.live;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts tails, and what goes through them. */
final class LiveMetrics {
  private final AtomicInteger tails = new AtomicInteger();
  private final Counter sent;
  private final Counter dropped;
  private final Counter refused;

  LiveMetrics(MeterRegistry metrics) {
    Gauge.builder("winnow.live.tails", tails, AtomicInteger::get)
        .description("Readers that are shown records as they are stored")
        .register(metrics);
    sent = counter("sent", "Records that such readers were shown", metrics);
    dropped = counter("dropped", "Records that such readers were too slow for", metrics);
    refused = counter("refused", "Readers that were refused, as there were too many", metrics);
  }

  private static Counter counter(String name, String description, MeterRegistry metrics) {
    return Counter.builder("winnow.live." + name).description(description).register(metrics);
  }

  void opened() {
    tails.incrementAndGet();
  }

  void closed() {
    tails.decrementAndGet();
  }

  void refused() {
    refused.increment();
  }

  /** Counts what a reader has been given. */
  void note(Tail.Delivery delivery) {
    dropped.increment((double) delivery.missed());
    sent.increment(delivery.messages().size() - (delivery.missed() > 0 ? 1 : 0));
  }
}
