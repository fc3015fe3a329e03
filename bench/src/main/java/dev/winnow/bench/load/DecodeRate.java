package dev.winnow.bench.load;

import dev.winnow.bench.traffic.PooledRequest.Times;
import dev.winnow.bench.traffic.Traffic;
import dev.winnow.formats.jsonlines.JsonLine;
import dev.winnow.formats.otlp.DecodeLimits;
import dev.winnow.formats.otlp.LogsRequest;
import dev.winnow.formats.otlp.OtlpProtobufDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * How many records a second decoding alone allows, on as many threads as there are cores, and how
 * long the same records are as lines of JSON. Prints one figure a line as {@code name value}.
 *
 * <p>Arguments: {@code seconds} (5), {@code threads} (all cores).
 */
final class DecodeRate {
  private static final double NANOS = 1e9;
  private static final Times TIMES = new Times(1_790_000_000_000_000_000L, 1_000_000);

  private final List<byte[]> requests = new ArrayList<>();
  private final Traffic traffic = new Traffic(Traffic.Shape.DEFAULT);

  private DecodeRate() {
    // More than are remembered of the texts that never come again.
    for (int number = 0; number < 2 * traffic.shape().pool(); number++) {
      requests.add(traffic.request(number, TIMES));
    }
  }

  /** Decodes and prints. */
  public static void main(String[] arguments) throws InterruptedException {
    Arguments options = new Arguments(arguments);
    long nanos = TimeUnit.SECONDS.toNanos(options.number("seconds", 5));
    int threads = (int) options.number("threads", Runtime.getRuntime().availableProcessors());
    options.end();
    DecodeRate rate = new DecodeRate();
    rate.measure(nanos / 2, threads);
    rate.measure(nanos, threads).print("decoded");
    System.out.printf(Locale.ROOT, "otlp_bytes_per_record %.1f%n", rate.otlpBytes());
    System.out.printf(Locale.ROOT, "json_bytes_per_record %.1f%n", rate.jsonBytes());
  }

  private Rate measure(long nanos, int threads) throws InterruptedException {
    List<Decoding> decodings = new ArrayList<>();
    ProcessorTime processor = new ProcessorTime();
    long start = System.nanoTime();
    for (int i = 0; i < threads; i++) {
      decodings.add(new Decoding(start + nanos));
      decodings.getLast().start();
    }
    long records = 0;
    for (Decoding decoding : decodings) {
      decoding.join();
      records += decoding.records;
    }
    double seconds = (System.nanoTime() - start) / NANOS;
    return new Rate(records / seconds, processor.microsPerRecord(records));
  }

  private double otlpBytes() {
    long bytes = requests.stream().mapToLong(request -> request.length).sum();
    return (double) bytes / requests.size() / traffic.shape().recordsPerRequest();
  }

  private double jsonBytes() {
    OtlpProtobufDecoder decoder = new OtlpProtobufDecoder(DecodeLimits.DEFAULT);
    long bytes = 0;
    long lines = 0;
    for (byte[] request : requests) {
      LogsRequest decoded = decoder.decode(request, 0, request.length);
      lines += decoded.records().size();
      bytes +=
          decoded.records().stream()
              .mapToLong(record -> JsonLine.of(record).getBytes(StandardCharsets.UTF_8).length + 1)
              .sum();
    }
    return (double) bytes / lines;
  }

  /** One thread that decodes until a time. */
  private final class Decoding extends Thread {
    private final long untilNanos;
    private long records;

    Decoding(long untilNanos) {
      this.untilNanos = untilNanos;
    }

    @Override
    public void run() {
      OtlpProtobufDecoder decoder = new OtlpProtobufDecoder(DecodeLimits.DEFAULT);
      for (int next = 0; System.nanoTime() < untilNanos; next = (next + 1) % requests.size()) {
        byte[] request = requests.get(next);
        records += decoder.decode(request, 0, request.length).records().size();
      }
    }
  }
}
