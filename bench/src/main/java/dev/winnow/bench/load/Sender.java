package dev.winnow.bench.load;

import dev.winnow.bench.traffic.Traffic;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * Sends traffic to a server and prints, one figure a line as {@code name value}, what became of it.
 *
 * <p>Arguments, each as {@code name=value}: {@code protocol} (http, http_gzip, http_keyed or grpc),
 * {@code host}, {@code port}, {@code token}, {@code connections} (4), {@code in_flight} (1 over
 * HTTP, which carries one request a connection at a time), {@code records} (1000000), {@code
 * seconds} (no limit), {@code rate} in records a second (0: as many as are acknowledged), {@code
 * batch} (1000 records a request), {@code pool} (64 requests), {@code seed}, {@code first} (the
 * number of the first request), {@code start} (when the first record happened; without it records
 * happen as they are sent), {@code step_nanos} (from one record to the next), {@code labelled}.
 */
final class Sender {
  private static final double NANOS = 1e9;
  private static final double NANOS_PER_MILLI = 1e6;

  private Sender() {}

  /** Sends, prints, and exits with 1 if a request was refused or not answered. */
  public static void main(String[] arguments) throws InterruptedException {
    Arguments options = new Arguments(arguments);
    Traffic traffic = new Traffic(shape(options));
    int connections = (int) options.number("connections", 4);
    Links.Protocol protocol =
        Links.Protocol.valueOf(options.text("protocol", "http").toUpperCase(Locale.ROOT));
    Target target = target(options);
    Plan plan = plan(options, connections, traffic.shape().recordsPerRequest());
    options.end();
    try (Links links = new Links(target, protocol, connections)) {
      ProcessorTime processor = new ProcessorTime();
      long start = System.nanoTime();
      Outcome outcome = new Load(traffic, plan, links).run();
      double seconds = (System.nanoTime() - start) / NANOS;
      print(outcome, traffic, seconds, processor);
      if (!outcome.refusals().isEmpty() || !outcome.unanswered().isEmpty()) {
        System.exit(1);
      }
    }
  }

  static Traffic.Shape shape(Arguments options) {
    Traffic.Shape shape = Traffic.Shape.DEFAULT;
    return new Traffic.Shape(
        options.number("seed", shape.seed()),
        (int) options.number("batch", shape.recordsPerRequest()),
        (int) options.number("pool", shape.pool()),
        options.flag("labelled"));
  }

  private static Target target(Arguments options) {
    return new Target(
        options.text("host", "127.0.0.1"),
        (int) options.number("port", 4318),
        options.text("token", ""));
  }

  private static Plan plan(Arguments options, int connections, int batch) {
    String start = options.text("start", "");
    return new Plan(
        options.number("first", 0),
        options.number("records", 1_000_000) / batch,
        TimeUnit.SECONDS.toNanos(options.number("seconds", TimeUnit.DAYS.toSeconds(365))),
        (int) (connections * options.number("in_flight", 1)),
        (double) options.number("rate", 0) / batch,
        start.isEmpty() ? 0 : TimeUnit.MILLISECONDS.toNanos(Instant.parse(start).toEpochMilli()),
        options.number("step_nanos", 1000));
  }

  private static void print(
      Outcome outcome, Traffic traffic, double seconds, ProcessorTime processor) {
    long records = outcome.acknowledged().size() * (long) traffic.shape().recordsPerRequest();
    figure("acknowledged_records", records);
    figure("seconds", seconds);
    figure("records_per_second", records / seconds);
    figure("latency_p50_ms", outcome.latencies().percentile(0.5) / NANOS_PER_MILLI);
    figure("latency_p95_ms", outcome.latencies().percentile(0.95) / NANOS_PER_MILLI);
    figure("latency_p99_ms", outcome.latencies().percentile(0.99) / NANOS_PER_MILLI);
    figure("latency_max_ms", outcome.latencies().max() / NANOS_PER_MILLI);
    figure("retries", outcome.retries());
    figure("refused_requests", outcome.refusals().size());
    figure("unanswered_requests", outcome.unanswered().size());
    figure("sender_cpu_us_per_record", processor.microsPerRecord(records));
    outcome.refusals().stream().findFirst().ifPresent(reason -> System.err.println(reason));
  }

  private static void figure(String name, long value) {
    System.out.printf(Locale.ROOT, "%s %d%n", name, value);
  }

  private static void figure(String name, double value) {
    System.out.printf(Locale.ROOT, "%s %.3f%n", name, value);
  }
}
