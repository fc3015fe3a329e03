package dev.winnow.bench.traffic;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Prints how large the records are and how much of them is random, which bounds what a store can
 * reach.
 *
 * <p>Arguments: the nanoseconds from one record to the next (4320000, of twenty million a day).
 */
final class Description {
  private static final double DURATION_BITS = 10;
  private static final double DELAY_BITS = 10;

  private final Traffic traffic = new Traffic(Traffic.Shape.DEFAULT);
  private final long stepNanos;
  private final long records;

  private Description(long stepNanos) {
    this.stepNanos = stepNanos;
    this.records = (long) traffic.shape().pool() * traffic.shape().recordsPerRequest();
  }

  /** Prints it in Markdown. */
  public static void main(String[] arguments) {
    long step = arguments.length > 0 ? Long.parseLong(arguments[0]) : 4_320_000;
    new Description(step).print();
  }

  private void print() {
    Truth pool = new Truth(traffic, 0, traffic.shape().pool());
    Map<String, Long> statements = pool.counts(r -> Integer.toString(r.statement().id()));
    long bytes = 0;
    for (int i = 0; i < traffic.shape().pool(); i++) {
      bytes += traffic.pooled(i).length();
    }
    System.out.printf("%d statements occur in a pool of %d records%n", statements.size(), records);
    System.out.printf("%.1f fields a record, 8 of them of its resource%n", fields());
    System.out.printf("%.1f B a record as OTLP%n%n", (double) bytes / records);
    System.out.println("| random part | bits a record |\n|---|---|");
    Map<String, Double> bits = bits();
    bits.put("which statement", entropy(statements.values()));
    bits.forEach((part, value) -> System.out.printf("| %s | %.1f |%n", part, value));
    double all = bits.values().stream().mapToDouble(Double::doubleValue).sum();
    System.out.printf("| together | %.1f = %.1f B |%n", all, all / Byte.SIZE);
  }

  private double fields() {
    long fields = 0;
    for (int i = 0; i < traffic.shape().pool(); i++) {
      for (TrafficRecord record : traffic.pooled(i).records()) {
        // Of the resource, then times, body, scope; then those that a record may lack.
        fields += 8 + 4 + record.attributes().size();
        fields += record.statement().severityNumber() > 0 ? 1 : 0;
        fields += record.trace() >= 0 ? 2 : 0;
      }
    }
    return (double) fields / records;
  }

  private Map<String, Double> bits() {
    Map<String, Double> bits = new LinkedHashMap<>();
    Set<Long> drawn = new HashSet<>();
    for (int request = 0; request < traffic.shape().pool(); request++) {
      int place = 0;
      for (Slot slot : traffic.pooled(request).slots()) {
        place = slot.kind() == SlotKind.TIMESTAMP ? slot.argument() : place;
        if (isFirst(slot, request, place, drawn)) {
          bits.merge(name(slot.kind()), bits(slot) / records, Double::sum);
        }
      }
    }
    return bits;
  }

  /** Whether it is not a repetition of what its record or its trace has already. */
  private static boolean isFirst(Slot slot, int request, int place, Set<Long> drawn) {
    return switch (slot.kind()) {
      case REQUEST_ID, USER, ADDRESS -> drawn.add(key(slot, request, place));
      case TRACE_ID -> drawn.add(key(slot, request, slot.argument()));
      default -> true;
    };
  }

  private static long key(Slot slot, int request, int within) {
    return ((long) slot.kind().name().hashCode() << 32) + ((long) request << 16) + within;
  }

  private static String name(SlotKind kind) {
    return switch (kind) {
      case TIMESTAMP -> "time within its step";
      case OBSERVED_TIMESTAMP -> "delay until observed";
      case TRACE_ID -> "trace_id, once a trace";
      case SPAN_ID -> "span_id";
      case REQUEST_ID -> "request.id";
      case USER -> "user.id";
      case ADDRESS -> "client.address";
      case DURATION -> "duration_ms";
      case DIGITS, HEX -> "numbers in body, tenant.id, thread.name";
      case BATCH -> "number of the request";
    };
  }

  private double bits(Slot slot) {
    return switch (slot.kind()) {
      case TIMESTAMP -> log2((double) stepNanos);
      case OBSERVED_TIMESTAMP -> DELAY_BITS;
      case TRACE_ID -> 128;
      case SPAN_ID -> 64;
      case REQUEST_ID -> 122;
      case USER -> log2(1e6);
      case ADDRESS -> 4 * log2(156);
      case DURATION -> DURATION_BITS;
      case DIGITS -> log2(9 * Math.pow(10, slot.argument() - 1));
      case HEX -> 4.0 * slot.argument();
      case BATCH -> 0;
    };
  }

  private double entropy(Collection<Long> counts) {
    double bits = 0;
    for (long count : counts) {
      double share = (double) count / records;
      bits -= share * log2(share);
    }
    return bits;
  }

  private static double log2(double value) {
    return Math.log(value) / Math.log(2);
  }
}
